/** A picture to be evaluated, wherever it comes from. */
export interface EvalPicture {
  /** How reports and errors call it, e.g. its path in the data folder. */
  readonly name: string;
  /** Changes whenever the bytes may have changed: what is known of a picture is kept under name and stamp. */
  readonly stamp: string;
  /** The row of `labels.csv`: every column but the path. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the picture belongs to; results are one per owner. Left out, the picture belongs to itself. */
  readonly owner?: string;
  /** The encoded picture. */
  read(): Promise<Uint8Array>;
}
