/** What `x-file-name` says: headers have no letters but ASCII's, so names come URI-encoded. What is not stays as it is. */
export function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
