/** A loaded network, whatever runs it. */
export interface Network {
  /** Preprocessed pictures in, one activation of 25,088 values each out, in the same order. */
  run(pictures: readonly Float32Array[]): Promise<Float32Array[]>;
  close(): Promise<void>;
}
