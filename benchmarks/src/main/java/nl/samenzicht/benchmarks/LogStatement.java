package nl.samenzicht.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.rights.Doing;
import nl.samenzicht.domain.rights.HandlingStep;
import nl.samenzicht.domain.rights.NewRequest;
import nl.samenzicht.domain.rights.RequestDecision;
import nl.samenzicht.domain.rights.Requester;
import nl.samenzicht.domain.rights.StatementFormat;
import nl.samenzicht.domain.rights.StatementHead;
import nl.samenzicht.domain.rights.StatementJson;
import nl.samenzicht.domain.rights.StatementLine;
import nl.samenzicht.domain.rights.SubjectRight;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LifeCycle;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.tlog.NoteKey;

/**
 * What a statement of who saw what keeps in memory, for a person of whom ten thousand lines speak beside one of whom a hundred
 * do. At ten places of each statement what cannot be reached any more is collected, and what is left is counted.
 */
final class LogStatement {

    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int LOOKS = 10;
    private static final int ROUNDS = 3;
    private static final double MIB = 1 << 20;

    /** What may come and go between two looks without belonging to the lines. */
    private static final double FLAT_MIB = 4;

    private static final String WORDS = "Per brief gevraagd, afschrift in het postregister";

    private final CaseworkWorld world;

    private LogStatement(CaseworkWorld world) {
        this.world = world;
    }

    static Result memory(String id, Run run) throws Exception {
        var cases = ReadBenchmarks.cases(run);
        cases.recordAsProduct();
        var statements = new LogStatement(cases.world());
        var few = statements.granted(cases.files().get(0), FEW);
        var many = statements.granted(cases.files().get(1), MANY);
        // what is loaded and kept once is not counted
        statements.measured(many, MANY);
        double ofFew = 0;
        double ofMany = 0;
        long bytes = 0;
        long lines = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ofFew = Math.max(ofFew, statements.measured(few, FEW).mib());
            var measured = statements.measured(many, MANY);
            ofMany = Math.max(ofMany, measured.mib());
            bytes = measured.bytes();
            lines = measured.lines();
        }
        if (lines < MANY) {
            throw new IllegalStateException("The statement has %d lines".formatted(lines));
        }
        return new Result(
                id,
                ofMany,
                "MiB of heap in use while %,d lines are written, at most".formatted(lines),
                "with %d lines: %.2f MiB; the statement of many has %.1f MiB, each line with its proof"
                        .formatted(FEW, ofFew, bytes / MIB),
                OptionalDouble.empty(),
                "at most %.0f MiB more".formatted(FLAT_MIB),
                Optional.of(ofMany - ofFew <= FLAT_MIB));
    }

    /** A request for access that was granted, of a person of whom so many lines speak. */
    private String granted(CaseFileId file, int lines) {
        var number = world.ask("select number from case_file where id = '%s'".formatted(file.value()));
        var person =
                UUID.fromString(world.ask("select person_id from case_file where id = '%s'".formatted(file.value())));
        for (int i = 0; i < lines; i++) {
            world.ledger.append(look(file, person, i));
        }
        world.seal();
        var today = LocalDate.ofInstant(world.clock.instant(), ZoneId.of("Europe/Amsterdam"));
        var request = world.as(
                world.officer,
                () -> world.rights.receive(
                        new NewRequest(SubjectRight.ACCESS, Requester.SELF, Optional.of(number), today, WORDS)));
        does(request, Doing.of(HandlingStep.IDENTIFY, "Paspoort gezien aan de balie"));
        does(
                request,
                Doing.scope(Set.of(ManyCases.CATEGORY), Optional.empty(), Optional.empty(), "Besproken aan de balie"));
        does(
                request,
                Doing.decide(RequestDecision.GRANTED, Optional.empty(), Set.of(), "Er is geen grond om te weigeren"));
        return request;
    }

    private void does(String request, Doing doing) {
        world.seal();
        var seen = world.as(world.officer, () -> world.rights.request(request)).seen();
        world.as(world.officer, () -> world.rights.act(request, seen, doing));
        world.seal();
    }

    /** Somebody of another agency looks at five items of the officer's own. */
    private LedgerEvent look(CaseFileId file, UUID person, int number) {
        var event = LedgerEvent.of(
                        world.clock.instant().plusMillis(number), "VIEW_SECTION", Actor.of(world.carer, "10.1.2.3"))
                .outcome(Outcome.PERMITTED)
                .lifeCycle(LifeCycle.READ)
                .purpose(ManyCases.PURPOSE.name())
                .caseId(file.value())
                .personId(person)
                .category(ManyCases.CATEGORY.name())
                .regime(Regime.AVG)
                .ground("CONSENT")
                .rulebook("1");
        for (int i = 0; i < ManyCases.ITEMS; i++) {
            event.item(new ItemRef(new UUID(person.getMostSignificantBits(), i), 1, world.coordinator.agency()));
        }
        return event.build();
    }

    /** What a statement held at most, and how much was written. */
    private record Measured(double mib, long lines, long bytes) {}

    private Measured measured(String request, int lines) throws IOException {
        var out = new Counted();
        var watched = new Watched(lines / LOOKS, out);
        var content = world.as(world.officer, () -> world.statements.of(request, false, watched::over));
        long before = used();
        content.writeTo(out);
        return new Measured(Math.max(0, watched.most - before) / MIB, watched.lines, out.bytes);
    }

    /** A statement as JSON, and a look at the heap each so many lines. */
    private static final class Watched implements StatementFormat {
        private final int every;
        private final StatementFormat json;
        private long most;
        private long lines;

        private Watched(int every, OutputStream out) {
            this.every = every;
            this.json = new StatementJson(out);
        }

        private StatementFormat over(OutputStream out) {
            return this;
        }

        @Override
        public void begin(StatementHead head, String checkpoint, List<NoteKey> keys) throws IOException {
            json.begin(head, checkpoint, keys);
        }

        @Override
        public void line(StatementLine line) throws IOException {
            json.line(line);
            if (++lines % every == 0) {
                most = Math.max(most, used());
            }
        }

        @Override
        public void end(long count) throws IOException {
            json.end(count);
        }
    }

    /** A reader who keeps nothing. */
    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
        }
    }

    private static long used() {
        for (int i = 0; i < 2; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
