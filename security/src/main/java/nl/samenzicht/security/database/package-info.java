/**
 * The two pools, the migrations and the grants.
 *
 * <p>Three database accounts share one schema. The <em>migration</em> account changes tables and hands out rights; it
 * is used at start, and to unlock maintenance. The <em>application</em> account reads and writes rows, except those of the
 * ledger, which it can only read, and those of published rulebooks, to which it can only add. The <em>ledger</em> account can
 * insert into and read the ledger, and nothing else. A fourth, <em>maintenance</em>, can do nothing but for the length of a
 * removal of old months from the ledger. A table belongs to the ledger when its name starts with {@code ledger_}. Rights are
 * given table by table after each migration, because MariaDB cannot take back from one table what was given on the schema.
 */
package nl.samenzicht.security.database;
