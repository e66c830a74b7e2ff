/**
 * Groups the digits of a number while it is typed, and says where the caret belongs afterwards: behind as many digits
 * as before. What is no whole number stays as typed, so that nothing vanishes under the fingers.
 */
export function groupDigits(typed: string, caret: number): { readonly text: string; readonly caret: number } {
  const digits = typed.replaceAll(',', '');
  if (!/^\d{1,15}$/.test(digits)) return { text: typed, caret };
  const text = digits.replace(/\B(?=(\d{3})+$)/g, ',');
  const before = typed.slice(0, caret).replaceAll(',', '').length;
  return { text, caret: placeBehind(text, before) };
}

function placeBehind(text: string, digits: number): number {
  let place = 0;
  for (let seen = 0; seen < digits && place < text.length; place++) {
    if (text[place] !== ',') seen++;
  }
  return place;
}
