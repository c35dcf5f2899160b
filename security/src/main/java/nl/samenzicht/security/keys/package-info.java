/**
 * The keys: of content, of the rows that decisions rest on, of search, and of the ledger.
 *
 * <p>Content is AES-256-GCM by Google Tink. Each item version has its own data key, wrapped for each {@link
 * nl.samenzicht.security.keys.KeyHolder} that may hold it: an agency under one regime, so that police items have keys of
 * their own. Only {@link nl.samenzicht.security.keys.Vault} decrypts, and only for a grant that names the very item
 * version. Key material lives in one folder outside the database ({@link nl.samenzicht.security.keys.KeyFolder}); a KMS may
 * take the place of its agency keys through {@link nl.samenzicht.security.keys.AgencyKeys}.
 *
 * <p>This protects against bugs, dumps, and stolen disks and backups; it does not protect against whoever runs the host.
 */
package nl.samenzicht.security.keys;
