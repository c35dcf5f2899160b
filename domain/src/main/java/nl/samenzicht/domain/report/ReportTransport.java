package nl.samenzicht.domain.report;

import java.util.UUID;

/**
 * Carries a sealed message to the receiver. Carrying one message twice is the same as once: the receiver counts it by its
 * number.
 */
public interface ReportTransport {

    /** How it went. */
    sealed interface Outcome {}

    /** Handed over; the receipt comes another way. */
    record HandedOver() implements Outcome {}

    /**
     * Received, and registered under this reference.
     *
     * @param reference capitals, digits and hyphens, 4 to 40 of them
     */
    record Receipt(String reference) implements Outcome {}

    /** Not delivered, or nobody knows: to be tried again. The code says why, without content. */
    record NotNow(String code) implements Outcome {}

    /** The receiver will not have it as it is. The code says why, without content. */
    record Refusal(String code) implements Outcome {}

    /** Carries one message. Never throws for what can go wrong on the way. */
    Outcome carry(UUID message, byte[] envelope);
}
