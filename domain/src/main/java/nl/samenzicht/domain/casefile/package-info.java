/**
 * Case files: opening one, who takes part, and the items in it, kept per category and sealed at rest.
 *
 * <p>A case is known by its number and a generated code name; whatever tells of a person lies in an item, which has one
 * owner, one regime and a version for every change. Every method that returns content takes an {@link
 * nl.samenzicht.security.access.AccessGrant}. What an item of a category holds is data: {@code casefile/fields.csv},
 * read by {@link nl.samenzicht.domain.casefile.FieldCatalogue}.
 */
package nl.samenzicht.domain.casefile;
