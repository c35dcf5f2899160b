/**
 * The REST interface of casework, on the same services and the same gate as the screens.
 *
 * <p>Each question names its purpose; there is no default. A refusal is problem details with the reason as it may be told.
 * What is forbidden, what does not exist and what is empty answer alike: 404, the same words, and a reference to the log
 * entry that each of them has. Writes take JSON and a header that a form on another site cannot send.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, problem details</a>
 */
package nl.samenzicht.web.api;
