import type { ModelInput } from '../manifest';

/** All that a browser needs to run the network that the shop itself runs. Plain data: safe to hand to any component. */
export interface BrowserModel {
  readonly id: string;
  /** Where the file is served: its name is its checksum. */
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly input: ModelInput;
  /** Name of the 512×7×7 output. */
  readonly output: string;
}

/** WebAssembly with SIMD, in one thread or several; or the graphics card. */
export type Backend = 'wasm' | 'webgpu';

/** How the network came to be ready, times in milliseconds. */
export interface Ready {
  readonly backend: Backend;
  readonly threads: number;
  /** Whether the file was kept from an earlier visit, and so not downloaded. */
  readonly kept: boolean;
  readonly downloadMs: number;
  /** From the file's bytes to a network that can run: the runtime's own download is part of it. */
  readonly loadMs: number;
  /** The first run, on an empty picture. */
  readonly firstRunMs: number;
  /** Another run of the same: what a picture takes from now on. */
  readonly warmRunMs: number;
}

/** Bytes of the network's file that have arrived. */
export interface Progress {
  readonly received: number;
  readonly total: number;
}

/** A signature as it travels: the byte arrays as base64. */
export interface SentSignature {
  readonly modelId: string;
  /** 50 filter numbers, strongest first. */
  readonly topFilters: readonly number[];
  /** 3,136 bytes. */
  readonly featureBits: string;
  /** 512 bytes. */
  readonly intensityBytes: string;
}

/** What the network sees in a picture. */
export interface Seen {
  readonly signature: SentSignature;
  /** 512 means, one per filter. */
  readonly intensities: Float32Array;
  /** 25,088 values, at `filter * 49 + y * 7 + x`. */
  readonly activation: Float32Array;
  /** Milliseconds. */
  readonly decodeMs: number;
  readonly runMs: number;
}

/** Both ways measured on this browser, milliseconds per picture, and which one it is from now on. */
export interface Comparison {
  readonly wasmMs: number;
  readonly webgpuMs: number;
  readonly chosen: Backend;
}
