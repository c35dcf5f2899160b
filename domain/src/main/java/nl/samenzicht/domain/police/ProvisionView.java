package nl.samenzicht.domain.police;

import java.time.Instant;
import java.util.UUID;

/** A provision decision as it is shown. */
public record ProvisionView(UUID id, ProvisionDecision decision, String recipientName, Instant from) {}
