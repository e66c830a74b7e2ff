// Plain JavaScript that old versions of Node can read too: it is what tells their owners.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 9)) {
  console.error(
    `Dalma needs Node 20.9 or newer, this is ${process.versions.node}: install a current one from https://nodejs.org or type \`nvm install --lts\`.`,
  );
  process.exit(1);
}
