import { describe } from '@/scripts/eval/describe';
import { readDataFolder } from '@/scripts/eval/data-folder';
import { seedProgress } from '@/scripts/seed-progress';
import type { Photo } from './photos';

/** The photos of all folders, one folder after the other; those that cannot be read are named and left out. */
export async function readPhotos(
  folders: readonly string[],
  modelId: string,
  cache: string,
): Promise<Photo[]> {
  const photos: Photo[] = [];
  for (const folder of folders) {
    const { name, pictures } = await readDataFolder(folder);
    const bar = seedProgress(name, pictures.length);
    const described = await describe(pictures, {
      modelId,
      cache,
      withActivations: false,
      onProgress: (done) => bar.step(done),
    });
    bar.end();
    for (const unreadable of described.unreadable) {
      console.log(`${name}/${unreadable.name} was left out: ${unreadable.reason}`);
    }
    photos.push(...described.pictures);
  }
  return photos;
}
