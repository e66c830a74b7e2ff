import { copyRuntime } from './demo/copy-runtime';

/* Before a build without the demo's own programs: what browsers load of onnxruntime-web, into public/ort. */
copyRuntime();
