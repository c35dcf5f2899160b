package nl.samenzicht.domain.report;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.consent.ParentBlock;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.police.Provisions;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.Ground;

/**
 * What a report rests on towards its receiver, found in the registers as they stand now and never as claimed: consents, decisions
 * to provide police data, and parents who are kept out.
 */
@ApplicationScoped
public class ReportRegisters {

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Consents consents;
    private final ConsentService consentService;
    private final Provisions provisions;
    private final Clock clock;

    protected ReportRegisters() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public ReportRegisters(
            AccessGate gate,
            CurrentProfessional current,
            Consents consents,
            ConsentService consentService,
            Provisions provisions,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.consents = consents;
        this.consentService = consentService;
        this.provisions = provisions;
        this.clock = clock;
    }

    /** What a report of this task could rest on, and how the consents that it would need stand. */
    ReportGrounds grounds(CaseFileId caseFile, ReportTask task, AgencyId receiver) {
        var who = current.current();
        var at = clock.instant();
        var keptOut = consents.parentBlocked(caseFile);
        var police = who.agencyType() == AgencyType.POLICE;
        var bases = task == ReportTask.PLACEMENT
                ? List.of(ReportBasis.CONSENT)
                : police
                        ? List.of(ReportBasis.POLICE_DUTY)
                        : List.of(ReportBasis.CONSENT, ReportBasis.OTHER_GROUND, ReportBasis.ANONYMOUS);
        var asked = (task == ReportTask.PLACEMENT
                        ? List.of(DataCategory.IDENTITY, DataCategory.RISK, DataCategory.HEALTH)
                        : police ? List.<DataCategory>of() : List.of(DataCategory.SIGNAL, DataCategory.IDENTITY))
                .stream()
                        .map(category -> asked(caseFile, receiver, task, category, keptOut, at))
                        .toList();
        return new ReportGrounds(
                bases,
                asked,
                keptOut,
                consentService.ownBlock(caseFile, task.purpose()).map(ParentBlock::reason),
                mayName(caseFile, task, receiver),
                provisions.covering(caseFile, receiver, task.purpose(), at).isPresent());
    }

    private ReportGrounds.AskedConsent asked(
            CaseFileId caseFile,
            AgencyId receiver,
            ReportTask task,
            DataCategory category,
            boolean keptOut,
            Instant at) {
        var answer = consents.answerTo(caseFile, receiver, task.purpose(), category, at);
        return new ReportGrounds.AskedConsent(
                category,
                answer.map(Consents.Answer::state).orElse(ConsentState.NONE),
                answer.map(Consents.Answer::until),
                keptOut
                        && answer.map(given -> given.givenBy() == GivenBy.PARENT)
                                .orElse(false));
    }

    /** Whether the rulebook lets this reporter name people here on any ground. */
    boolean mayName(CaseFileId caseFile, ReportTask task, AgencyId receiver) {
        var request = AccessRequest.of(
                current.current(),
                Action.REPORT,
                new ResourceRef.OfSection(caseFile.value(), DataCategory.IDENTITY),
                task.purpose(),
                clock.instant());
        return gate.wouldAdmit(request.with(new Counterpart(
                receiver,
                Optional.empty(),
                Ground.CONSENT,
                ConsentState.GRANTED,
                Optional.empty(),
                Set.of(Flag.PROVISION_RECORDED),
                Optional.empty())));
    }

    /** The consents without which what it says may not go; none when it rests on something else. */
    Set<UUID> restsOn(Report report, Instant at) {
        var needed = EnumSet.of(report.task().category());
        needed.addAll(report.parts());
        return answers(report, needed, at).values().stream()
                .flatMap(Optional::stream)
                .map(given -> given.id().value())
                .collect(toUnmodifiableSet());
    }

    /** What the person answered for each category, when the report rests on consent; a question that was not asked is empty. */
    private Map<DataCategory, Optional<Consents.Answer>> answers(
            Report report, Set<DataCategory> categories, Instant at) {
        var answers = new EnumMap<DataCategory, Optional<Consents.Answer>>(DataCategory.class);
        if (report.basis() == ReportBasis.CONSENT) {
            categories.forEach(category -> answers.put(
                    category,
                    consents.answerTo(
                            report.caseFile(), report.receiver(), report.task().purpose(), category, at)));
        }
        return answers;
    }

    private static boolean holds(Optional<Consents.Answer> answer) {
        return answer.filter(given -> given.state() == ConsentState.GRANTED).isPresent();
    }

    /**
     * The receiver and what the report rests on towards them, found in the registers and never as claimed. Of several consents
     * it is the one that does not hold, if there is one.
     */
    Counterpart towards(Report report, Set<DataCategory> categories, Instant at) {
        var flags = EnumSet.noneOf(Flag.class);
        var answers = List.copyOf(answers(report, categories, at).values());
        var telling = answers.stream()
                .filter(answer -> !holds(answer))
                .findFirst()
                .or(() -> answers.stream().findFirst())
                .flatMap(answer -> answer);
        if (answers.stream().flatMap(Optional::stream).anyMatch(given -> given.givenBy() == GivenBy.PARENT)
                && consents.parentBlocked(report.caseFile())) {
            flags.add(Flag.BLOCKED_PARENT);
        }
        if (report.basis() == ReportBasis.POLICE_DUTY
                && provisions
                        .covering(
                                report.caseFile(),
                                report.receiver(),
                                report.task().purpose(),
                                at)
                        .isPresent()) {
            flags.add(Flag.PROVISION_RECORDED);
        }
        return new Counterpart(
                report.receiver(),
                Optional.empty(),
                Reports.groundOf(report.basis()),
                telling.map(Consents.Answer::state).orElse(ConsentState.NONE),
                telling.map(given -> given.id().value()),
                flags,
                Optional.empty());
    }

    /** A part of the report, beside the name, of which the consent that it needs does not hold; empty when all hold. */
    Optional<DataCategory> partWithoutConsent(Report report, Instant at) {
        return answers(report, report.parts(), at).entrySet().stream()
                .filter(answer -> answer.getKey() != DataCategory.IDENTITY && !holds(answer.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether parents are kept out of consent, requests and notices in this case. */
    boolean parentsKeptOut(CaseFileId caseFile) {
        return consents.parentBlocked(caseFile);
    }
}
