package nl.samenzicht.web.api;

import nl.samenzicht.security.directory.AgencyCard;

/** An agency as the interface writes it. */
public record AgencyJson(String id, String name, String type) {

    static AgencyJson of(AgencyCard card) {
        return new AgencyJson(
                card.id().value().toString(), card.name(), card.type().name());
    }
}
