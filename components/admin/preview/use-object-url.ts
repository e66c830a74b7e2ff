import { useEffect, useState } from 'react';

/** An address for a file of this browser's, for as long as the component is there; null until it has one. */
export function useObjectUrl(file: Blob): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    // An address belongs to this mount: made while rendering it would never be given back.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
