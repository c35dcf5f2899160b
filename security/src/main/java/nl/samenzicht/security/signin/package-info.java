/**
 * How people prove who they are: password (Argon2id), second factor (TOTP) or recovery code, and the sessions that
 * follow.
 *
 * <p>Apache Shiro checks the password and carries the subject of a request; the session itself is a row in the
 * database, so that it can be listed, ended from elsewhere, and is looked at again with each question. Failures are
 * counted per account and address together: nobody can lock somebody else out by failing on purpose.
 */
package nl.samenzicht.security.signin;
