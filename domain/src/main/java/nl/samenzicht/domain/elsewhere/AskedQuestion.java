package nl.samenzicht.domain.elsewhere;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.policy.Purpose;

/**
 * A question of one's own agency.
 *
 * @param contact how it stands with contact; of who declined and who never answered it says the same
 * @param contacts who agreed to contact, and may now be known
 */
public record AskedQuestion(
        UUID id,
        CaseName caseName,
        Purpose purpose,
        String askedBy,
        Instant askedAt,
        Answer answer,
        ContactState contact,
        List<Contact> contacts) {

    public AskedQuestion {
        contacts = List.copyOf(contacts);
    }

    /** How it stands with contact, as far as the asker may tell. */
    public enum ContactState {
        /** Nobody is known: there is nobody to ask. */
        NOBODY,
        /** Contact may be asked for. */
        POSSIBLE,
        /** It was asked for, and an answer may come. */
        WAITING,
        /** It was asked for, and no answer came in time; or it was declined. */
        NONE_CAME,
        /** At least one agency agreed. */
        AGREED
    }

    /** Who agreed to contact. */
    public record Contact(AgencyCard agency, ProfessionalCard professional, Instant since) {}
}
