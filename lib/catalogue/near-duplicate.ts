/**
 * From this mean of both similarities on, two pictures count as one that was saved again. Measured on first pictures of 60
 * families of the demo, smallest / middle / greatest:
 *
 *   saved again as JPEG of quality 60      0.943  0.961  0.975
 *   at 640 pixels as WebP                  0.948  0.958  0.973
 *   at 400 pixels as JPEG                  0.932  0.962  0.978
 *   1 % cut from each side                 0.865  0.925  0.950
 *   2 % cut from each side                 0.848  0.895  0.927
 *   another flavour of the family          0.516  0.758  0.968   (4 of 239 from 0.92 on, 11 from 0.90 on)
 *   another product                        0.342  0.519  0.810
 *
 * So every picture that was saved again or made smaller is found, and most that lost a narrow edge. Four flavours whose
 * packages differ in a few letters only are found as well: the page says that it may be so.
 */
export const NEAR_DUPLICATE = 0.92;
