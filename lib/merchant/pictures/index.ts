/** Front door: pictures from upload to product. Server only. */
export { acceptUpload, enqueuePicture, uploadLimits } from '@/lib/merchant/pictures/accept-upload';
export {
  cancelUpload,
  jobStates,
  picturesUnderWay,
  retryJob,
  type PlacedJob,
} from '@/lib/merchant/pictures/job-changes';
export { runWorker, type WorkerOptions } from '@/lib/merchant/pictures/picture-worker';
export { pictureQueue } from '@/lib/merchant/pictures/queue-figures';
export { UploadRefused } from '@/lib/merchant/pictures/upload-refused';
export { watchJobs } from '@/lib/merchant/pictures/watch-jobs';
export type {
  JobErrorCode,
  JobState,
  PictureJob,
  QueueFigures,
  UploadErrorCode,
  UploadLimits,
} from '@/lib/merchant/pictures/types';
