import { parseArgs } from 'node:util';
import { addAccount, changePassword, listAccounts, removeAccount } from '@/lib/auth/accounts';
import { CallerError, messageOf } from '@/lib/errors';
import { readPassword } from '@/scripts/account/read-password';
import { withServices } from '@/scripts/with-services';

const USAGE = `Says who may sign in. The password is asked for, or is the first line of the input; it is never an argument,
which other users of the machine could read.

  npm run account -- add EMAIL --name NAME --role admin
  npm run account -- add EMAIL --name NAME --role merchant --merchant SLUG
                         [--merchant-name-ko TEXT --merchant-name-en TEXT]     for a shop that is new
  npm run account -- list
  npm run account -- password EMAIL       signs them out everywhere
  npm run account -- remove EMAIL         signs them out everywhere; their shop and its products stay
`;

// npm run account: the operator's command line.
const [command, ...rest] = process.argv.slice(2);
const commands: Record<string, (rest: string[]) => Promise<string>> = { add, list, password, remove };
const run = command === undefined ? undefined : commands[command];
if (run) await withServices(async () => console.log(await run(rest)));
else {
  console.log(USAGE);
  process.exitCode = command === undefined || command === 'help' || command === '--help' ? 0 : 1;
}

async function add(args: string[]): Promise<string> {
  const { email, options } = addOptions(args);
  const { 'merchant-name-ko': ko, 'merchant-name-en': en } = options;
  const names = ko === undefined && en === undefined ? {} : { name: { ko, en } };
  const merchant = options.role === 'merchant' && { merchant: { slug: options.merchant, ...names } };
  const secret = await readPassword(`Password of ${email}: `);
  await addAccount({ email, name: options.name, role: options.role, password: secret, ...merchant });
  return `${email} can sign in.`;
}

async function list(): Promise<string> {
  const accounts = await listAccounts();
  if (accounts.length === 0) return 'Nobody has an account: `npm run account -- add` makes one.';
  return accounts
    .map(({ email, name, role, merchantSlug }) => [email, role, merchantSlug ?? '-', name].join('  '))
    .join('\n');
}

async function password([email]: string[]): Promise<string> {
  const named = required(email);
  await changePassword(named, await readPassword(`New password of ${named}: `));
  return `${named} has a new password, and is signed out everywhere.`;
}

async function remove([email]: string[]): Promise<string> {
  await removeAccount(required(email));
  return `${email} can no longer sign in.`;
}

function addOptions(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: text,
        role: text,
        merchant: text,
        'merchant-name-ko': text,
        'merchant-name-en': text,
      },
    });
    return { email: required(positionals[0]), options: values };
  } catch (error) {
    if (error instanceof CallerError) throw error;
    throw new CallerError('invalid-input', `${messageOf(error)}\n\n${USAGE}`);
  }
}

function required(email: string | undefined): string {
  if (email !== undefined) return email;
  throw new CallerError('invalid-input', `Name an account by its address.\n\n${USAGE}`);
}
