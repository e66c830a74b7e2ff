const ONE_DAY_S = 86_400;

/** A session ends this long after its last renewal, in seconds. */
export const SESSION_S = 7 * ONE_DAY_S;
/** A session in use is renewed once its last renewal is this old, in seconds. */
export const RENEWED_AFTER_S = ONE_DAY_S;

export const PASSWORD_LENGTH = { least: 10, most: 128 };

/**
 * Failures until signing in is refused for a while: from one network address; for one account from one address; for one
 * account from anywhere. The last is more than one address can cause and soon over, so that strangers who try passwords
 * keep nobody out of an account for long; who has many addresses still has no more than 14,400 tries a day.
 */
export const ADDRESS_LIMIT = { points: 30, seconds: 900 };
export const ACCOUNT_FROM_ADDRESS_LIMIT = { points: 10, seconds: 900 };
export const ACCOUNT_LIMIT = { points: 20, seconds: 120 };
