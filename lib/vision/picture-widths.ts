/** Display widths made once, at registration, in pixels. */
export const PICTURE_WIDTHS = [160, 320, 640, 1080] as const;
/** Width of the largest stored copy. */
export const MAX_PICTURE_WIDTH = 1080;
