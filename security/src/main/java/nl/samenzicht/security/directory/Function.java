package nl.samenzicht.security.directory;

import java.util.Optional;

/**
 * What somebody does at their agency; a professional with several chooses under which one they work now.
 * A function is the ground for what may be asked, never by itself for seeing a case.
 */
public enum Function {
    /** Zorgcoördinator mensenhandel. */
    CARE_COORDINATOR(Reads.CONTENT),
    /** Aandachtsfunctionaris. */
    ATTENTION_OFFICER(Reads.CONTENT),
    /** Ketenregisseur or policy adviser: figures only. */
    POLICY_ADVISER(Reads.NOTHING),
    /** Hulpverlener at a care provider. */
    CARE_WORKER(Reads.CONTENT),
    /** Jeugdprofessional. */
    YOUTH_WORKER(Reads.CONTENT),
    /** Certified detective. */
    DETECTIVE(Reads.CONTENT),
    /** Procesregisseur of a Zorg- en Veiligheidshuis. */
    CASE_DIRECTOR(Reads.CONTENT),
    /** Registrar at CoMensha. */
    REGISTRAR(Reads.CONTENT),
    /** Signaalgever: records what they notice, and reads back what they sent. */
    REPORTER(Reads.CONTENT),
    /** Works the log and the rights of data subjects for the agency. */
    PRIVACY_OFFICER(Reads.LOG),
    /** Functionaris gegevensbescherming: supervises, and decides nothing that they supervise (AVG art. 38(6)). */
    DATA_PROTECTION_OFFICER(Reads.LOG),
    /** Signs the rulebook for the agency. */
    SIGNATORY(Reads.NOTHING),
    /** Invites people and proposes functions. */
    MANAGER(Reads.NOTHING),
    /** Invites agencies and their first manager; sees no case content or metadata. */
    PLATFORM_ADMINISTRATOR(Reads.NOTHING);

    private enum Reads {
        NOTHING,
        CONTENT,
        LOG
    }

    private final Reads reads;

    Function(Reads reads) {
        this.reads = reads;
    }

    /** Returns whether this function can ever open content of a case. */
    public boolean readsContent() {
        return reads == Reads.CONTENT;
    }

    /** Returns whether this function takes part in cases; who only notices and reports does not. */
    public boolean worksOnCases() {
        return readsContent() && this != REPORTER;
    }

    /**
     * Returns whether two people must agree before somebody gets this function: it opens content or the log, or gives a
     * say over others.
     */
    public boolean needsSecondPerson() {
        return reads != Reads.NOTHING || this == SIGNATORY || this == MANAGER || this == PLATFORM_ADMINISTRATOR;
    }

    /** Returns whether this function can ever read the log of the agency. */
    public boolean readsLog() {
        return reads == Reads.LOG;
    }

    /**
     * Returns the function that works on cases at an agency of this type, and answers for what it knows of people; empty where
     * there is none.
     */
    public static Optional<Function> caseworkerAt(AgencyType type) {
        return switch (type) {
            case MUNICIPALITY -> Optional.of(CARE_COORDINATOR);
            case CARE_PROVIDER -> Optional.of(CARE_WORKER);
            case YOUTH_CARE -> Optional.of(YOUTH_WORKER);
            case POLICE, PROSECUTION -> Optional.of(DETECTIVE);
            case SAFETY_HOUSE -> Optional.of(CASE_DIRECTOR);
            case COMENSHA -> Optional.of(REGISTRAR);
            default -> Optional.empty();
        };
    }
}
