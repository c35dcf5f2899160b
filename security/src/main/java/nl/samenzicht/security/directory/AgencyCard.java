package nl.samenzicht.security.directory;

/** What everybody on the platform may know of an agency. */
public record AgencyCard(AgencyId id, String name, AgencyType type, boolean active) {}
