import { customType } from 'drizzle-orm/mysql-core';

/** `VARBINARY(n)`: at most n bytes, in and out as a Buffer (Drizzle's own `varbinary` reads bytes as text). */
export const bytes = customType<{
  data: Uint8Array;
  driverData: Buffer;
  config: { length: number };
  configRequired: true;
}>({
  dataType: (config) => `varbinary(${config.length})`,
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

/** Text of 7-bit characters: one byte each, compared without any language's rules. */
export const asciiText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text character set ascii collate ascii_general_ci',
});

/** A name the code made (key, hash): 7-bit characters, upper and lower case told apart. */
export const asciiName = customType<{
  data: string;
  driverData: string;
  config: { length: number };
  configRequired: true;
}>({
  dataType: (config) => `varchar(${config.length}) character set ascii collate ascii_bin`,
});
