package nl.samenzicht.domain.casefile;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Purpose;

/** Whether somebody may do one thing with cases, at one moment; the gate is asked once for each case and purpose. */
public final class AllowedCases {
    private final AccessGate gate;
    private final ActingProfessional who;
    private final Action action;
    private final Instant at;
    private final Map<CaseFileId, Map<Purpose, Boolean>> known = new HashMap<>();

    /** Nothing is asked until a case is named; {@code at} is the moment of the decisions. */
    public AllowedCases(AccessGate gate, ActingProfessional who, Action action, Instant at) {
        this.gate = gate;
        this.who = who;
        this.action = action;
        this.at = at;
    }

    /** Whether the gate would admit it for this purpose; asking leaves no line in the log. */
    public boolean has(CaseFileId file, Purpose purpose) {
        return known.computeIfAbsent(file, any -> new EnumMap<>(Purpose.class))
                .computeIfAbsent(
                        purpose,
                        any -> gate.wouldAdmit(
                                AccessRequest.of(who, action, new ResourceRef.OfCase(file.value()), purpose, at)));
    }
}
