import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ModelError } from './errors';
import { models, parseManifest, type ModelEntry } from './manifest';
import { modelsFolder, readModelFile } from './model-file';

/** A network that this program knows of, and the folder that its file is in. */
export interface KnownModel {
  readonly entry: ModelEntry;
  readonly folder: string;
}

/** Whether a network can be used on this machine; if not, why, with the command to type. */
export type ModelPresence =
  { readonly state: 'present' } | { readonly state: 'missing' | 'damaged'; readonly message: string };

/**
 * The networks of `models/manifest.json`, then those of `MODELS_DIR/manifest.json`: an operator's own, with their files.
 * An id that is known already is passed over, so that nobody's signatures change their meaning.
 * @throws ModelError `unreadable` when `MODELS_DIR` is set and has held no manifest yet, or only wrong ones
 */
export function knownModels(): readonly KnownModel[] {
  const shipped = models.map((entry) => ({ entry, folder: modelsFolder() }));
  const known = new Set(models.map(({ id }) => id));
  return [...shipped, ...ownModels().filter(({ entry }) => !known.has(entry.id))];
}

/** @throws ModelError `unknown-model` */
export function knownModel(id: string): KnownModel {
  const all = knownModels();
  const found = all.find(({ entry }) => entry.id === id);
  if (found) return found;
  const ids = all.map(({ entry }) => entry.id).join(', ');
  throw new ModelError('unknown-model', `No model is called "${id}": set MODEL_ID to one of ${ids}.`);
}

/** Reads and checks the network's whole file, once for each state that the file has been in. */
export async function modelPresence(model: KnownModel): Promise<ModelPresence> {
  const file = path.join(/* turbopackIgnore: true */ model.folder, model.entry.file);
  const status = statSync(file, { throwIfNoEntry: false });
  const seen = `${status?.size} ${status?.mtimeMs} ${model.entry.sha256}`;
  const known = presences.get(file);
  if (known?.seen === seen) return known.presence;
  const presence = await look(model);
  presences.set(file, { seen, presence });
  return presence;
}

const presences = new Map<string, { readonly seen: string; readonly presence: ModelPresence }>();

async function look({ entry, folder }: KnownModel): Promise<ModelPresence> {
  try {
    await readModelFile(entry, folder);
    return { state: 'present' };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { state: error.code === 'missing-file' ? 'missing' : 'damaged', message: error.message };
  }
}

/** As its manifest was when it could last be read: a file that is just being written changes nothing. */
function ownModels(): readonly KnownModel[] {
  const given = process.env.MODELS_DIR;
  if (!given) return [];
  const folder = path.resolve(/* turbopackIgnore: true */ given);
  const before = readings.get(folder);
  try {
    const file = path.join(/* turbopackIgnore: true */ folder, 'manifest.json');
    const { size, mtimeMs } = statSync(file);
    const seen = `${size} ${mtimeMs}`;
    if (before?.seen === seen) return before.models;
    const entries = parseManifest(JSON.parse(readFileSync(file, 'utf8')));
    const own = entries.map((entry) => ({ entry, folder }));
    readings.set(folder, { seen, models: own });
    return own;
  } catch (cause) {
    if (before) return before.models;
    const message = `MODELS_DIR names ${folder}, whose manifest.json cannot be used: see models/README.md`;
    throw new ModelError('unreadable', message, { cause });
  }
}

const readings = new Map<string, { readonly seen: string; readonly models: readonly KnownModel[] }>();
