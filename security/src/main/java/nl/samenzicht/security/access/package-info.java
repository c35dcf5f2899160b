/**
 * The one door to content: access is a value.
 *
 * <p>{@link nl.samenzicht.security.access.AccessGate} decides, records, and only then answers with an {@link
 * nl.samenzicht.security.access.AccessGrant}. Nobody else can make a grant, and every repository method that returns
 * content asks for one. The gate loads the facts of a resource itself through a {@link
 * nl.samenzicht.security.access.ResourceProvider}; callers name what they want by id and never bring facts along. There
 * is no switch to turn it off: batch jobs are subjects too.
 */
package nl.samenzicht.security.access;
