package nl.samenzicht.web.api;

import nl.samenzicht.domain.consent.ConsentView;

/** One consent or refusal as the interface writes it. */
public record ConsentJson(
        String id,
        AgencyJson recipient,
        String purpose,
        String category,
        String state,
        String givenBy,
        String form,
        String until,
        String recordedBy,
        String recordedAt,
        String withdrawnAt) {

    static ConsentJson of(ConsentView consent) {
        return new ConsentJson(
                consent.id().value().toString(),
                AgencyJson.of(consent.recipient()),
                consent.purpose().code(),
                consent.category().code(),
                consent.state().name(),
                consent.giver().by().name(),
                consent.giver().form().name(),
                consent.until().toString(),
                consent.recordedBy(),
                consent.recordedAt().toString(),
                consent.withdrawnAt().map(Object::toString).orElse(null));
    }
}
