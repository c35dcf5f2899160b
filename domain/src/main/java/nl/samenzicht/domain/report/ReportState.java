package nl.samenzicht.domain.report;

/** Where a report stands, in the order in which it goes. */
public enum ReportState {
    /** Being written (concept). */
    CONCEPT,
    /** Looked over by whoever sends it (gecontroleerd). */
    CHECKED,
    /** On its way, without a receipt yet (verzonden). */
    SENT,
    /** Received, with a reference (ontvangen). */
    RECEIVED,
    /** Received, and corrected since (gecorrigeerd). */
    CORRECTED,
    /** Taken back, or never sent (ingetrokken). */
    WITHDRAWN;

    /** Returns whether it is ours alone still. */
    public boolean isUnsent() {
        return this == CONCEPT || this == CHECKED;
    }
}
