package nl.samenzicht.domain.report;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.DataCategory;

/**
 * Reporters, carriers and a receiver do whatever they like in whatever order, with answers that are late, double or lost.
 * Whatever happens, the receiver knows one victim, no version goes out unchecked, and what ended stays ended.
 */
class ReportStateProperties {

    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Map<ReportState, Integer> REACHED = new EnumMap<>(ReportState.class);
    private static final Set<Delivery> ENDED = Set.of(Delivery.REFUSED, Delivery.STOPPED);
    private static final Set<String> STEPS = new TreeSet<>();

    /** A receiver that counts a message by its number and a person by the number of the victim, as the format asks. */
    private static final class Receiver {
        private final Map<UUID, String> receipts = new HashMap<>();
        private final Set<UUID> victims = new HashSet<>();
        private final Set<UUID> reports = new HashSet<>();
        private final List<Integer> versions = new ArrayList<>();

        String take(Report report, ReportMessage message) {
            victims.add(report.victim());
            reports.add(report.id());
            return receipts.computeIfAbsent(message.id(), fresh -> {
                if (message.kind() != MessageKind.WITHDRAWAL) {
                    versions.add(message.reportVersion());
                }
                return "CM-" + report.id().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
            });
        }
    }

    private static Report concept() {
        return new Report(
                UUID.randomUUID(),
                CaseFileId.next(),
                PersonId.next(),
                UUID.randomUUID(),
                ReportTask.REGISTRATION,
                new AgencyId(UUID.randomUUID()),
                new AgencyId(UUID.randomUUID()),
                ReportBasis.CONSENT,
                Set.of(DataCategory.IDENTITY),
                new ProfessionalId(UUID.randomUUID()),
                AT);
    }

    @Property(tries = 2000)
    void there_is_never_a_second_victim_and_nothing_goes_out_unchecked(
            @ForAll @Size(min = 1, max = 60) List<Integer> steps) {
        // given
        var report = concept();
        var victim = report.victim();
        var id = report.id();
        var messages = new ArrayList<ReportMessage>();
        var receiver = new Receiver();
        var checkedVersions = new HashSet<Integer>();
        var ended = false;
        // when
        for (int step : steps) {
            var random = new Random(step * 0x9E3779B97F4A7C15L);
            random.nextLong();
            var before = report.state();
            var seen = random.nextInt(5) == 0 ? report.currentVersion() - 1 : report.currentVersion();
            try {
                switch (random.nextInt(10)) {
                    case 0 -> {
                        report.changedFrom(
                                seen,
                                random.nextInt(4) == 0 ? ReportBasis.ANONYMOUS : ReportBasis.CONSENT,
                                random.nextBoolean() ? Set.of(DataCategory.IDENTITY) : Set.of(),
                                AT);
                        STEPS.add("change");
                    }
                    case 1, 2 -> {
                        report.check(seen, AT);
                        checkedVersions.add(report.currentVersion());
                        STEPS.add("check");
                    }
                    case 3, 4 -> {
                        var kind = report.sentVersion() == 0 ? MessageKind.REPORT : MessageKind.CORRECTION;
                        var number = report.send(seen, Optional.empty(), AT);
                        messages.add(new ReportMessage(
                                UUID.randomUUID(), id, number, report.sentVersion(), kind, Set.of(), new byte[0], AT));
                        STEPS.add("send " + kind);
                    }
                    case 5 -> {
                        if (random.nextInt(4) == 0) {
                            report.withdraw(seen, AT)
                                    .ifPresent(number -> messages.add(new ReportMessage(
                                            UUID.randomUUID(),
                                            id,
                                            number,
                                            report.sentVersion(),
                                            MessageKind.WITHDRAWAL,
                                            Set.of(),
                                            new byte[0],
                                            AT)));
                            STEPS.add("withdraw");
                        }
                    }
                    case 6 -> {
                        // carried; the answer may be lost
                        if (!messages.isEmpty()) {
                            var message = messages.get(random.nextInt(messages.size()));
                            if (message.delivery() == Delivery.WAITING) {
                                message.take(AT);
                                var reference = receiver.take(report, message);
                                if (random.nextBoolean() && report.receive(reference, AT)) {
                                    message.confirm(AT);
                                    STEPS.add("receipt");
                                }
                            }
                        }
                    }
                    case 7 -> {
                        // a receipt that comes late or again
                        if (!messages.isEmpty()) {
                            var message = messages.get(random.nextInt(messages.size()));
                            var known = receiver.receipts.get(message.id());
                            if (known != null && report.receive(known, AT)) {
                                message.confirm(AT);
                                STEPS.add("late receipt");
                            }
                            then(report.receive("CM-ANOTHER", AT)
                                            && report.reference()
                                                    .map(known2 -> !known2.equals("CM-ANOTHER"))
                                                    .orElse(false))
                                    .isFalse();
                        }
                    }
                    case 8 -> {
                        // the consent is gone when it is taken
                        if (!messages.isEmpty() && random.nextInt(3) == 0) {
                            var message = messages.get(messages.size() - 1);
                            if (message.kind() != MessageKind.WITHDRAWAL && message.delivery() == Delivery.WAITING) {
                                message.stop();
                                if (message.kind() == MessageKind.REPORT && message.attempts() == 0) {
                                    report.recall(AT);
                                    STEPS.add("recalled");
                                }
                            }
                        }
                    }
                    default -> {
                        if (!messages.isEmpty() && random.nextBoolean()) {
                            var message = messages.get(messages.size() - 1);
                            if (!receiver.receipts.containsKey(message.id())
                                    && message.delivery() == Delivery.WAITING
                                    && message.refuse("http-422")
                                    && message.kind() == MessageKind.REPORT) {
                                report.comeBack(AT);
                                STEPS.add("refused");
                            }
                        }
                    }
                }
            } catch (NotPossible refused) {
                then(report.state()).isEqualTo(before);
            }
            // then
            REACHED.merge(report.state(), 1, Integer::sum);
            then(report.victim()).isEqualTo(victim);
            then(report.id()).isEqualTo(id);
            then(receiver.victims).hasSizeLessThanOrEqualTo(1);
            then(receiver.reports).hasSizeLessThanOrEqualTo(1);
            then(messages).extracting(ReportMessage::number).doesNotHaveDuplicates();
            then(messages.stream()
                            .filter(message ->
                                    message.kind() != MessageKind.WITHDRAWAL && !ENDED.contains(message.delivery()))
                            .map(ReportMessage::reportVersion))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(checkedVersions);
            then(messages.stream()
                            .filter(message ->
                                    message.kind() == MessageKind.REPORT && !ENDED.contains(message.delivery()))
                            .count())
                    .isLessThanOrEqualTo(1);
            ended |= report.state() == ReportState.WITHDRAWN;
            then(ended).isEqualTo(report.state() == ReportState.WITHDRAWN);
        }
    }

    @AfterContainer
    static void everything_happened() {
        then(REACHED.keySet()).containsExactlyInAnyOrder(ReportState.values());
        then(STEPS)
                .containsExactlyInAnyOrder(
                        "change",
                        "check",
                        "send REPORT",
                        "send CORRECTION",
                        "withdraw",
                        "receipt",
                        "late receipt",
                        "refused",
                        "recalled");
    }
}
