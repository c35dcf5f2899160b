package nl.samenzicht.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.officer.OfficerService;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LedgerLines;
import nl.samenzicht.security.ledger.LineRange;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.Outcome;

/**
 * The first page of the officer's log among ten million lines, for each limit by itself, with a value that many lines have,
 * one that few have and one that none has; beside it as many lines read by their numbers.
 */
final class LogPages {

    /** So many lines the screen asks for: a page, and one more to know whether there is a next. */
    private static final int ASKED = OfficerService.PAGE + 1;

    private static final int WARM_UP_MILLIS = 400;
    private static final int ROUNDS = 15;
    private static final int ROUND_MILLIS = 40;
    private static final double MOST = 3;

    /** A ratio above the limit is measured again in so many times the rounds, because others work on the machine; that one counts. */
    private static final int LONGER = 5;

    private LogPages() {}

    private record Question(String name, AgencyId agency, LogFilter filter, int most) {}

    private record Measured(String name, int lines, double page, double range) {
        double ratio() {
            return page / range;
        }

        @Override
        public String toString() {
            return "%-28s %2d lines: %6.0f us, range %6.0f us, ratio %.2f"
                    .formatted(name, lines, page / 1e3, range / 1e3, ratio());
        }
    }

    static Result versusRange(String id, Run run) throws Exception {
        try (var lines = lines(run)) {
            var pages = new LedgerLines(lines.database(), new LedgerKeys(KeyFolder.inMemory()));
            var range = new LineRange(lines.database(), ManyLines.LARGEST);
            var measured = new ArrayList<Measured>();
            for (var question : questions(lines)) {
                var found = measure(question, pages, range, ROUNDS);
                if (found.ratio() > MOST) {
                    run.say("%s; once more, longer", found);
                    found = measure(question, pages, range, ROUNDS * LONGER);
                }
                run.say("%s", found);
                measured.add(found);
            }
            var worst = measured.stream()
                    .max(Comparator.comparingDouble(Measured::ratio))
                    .orElseThrow();
            return Result.atMost(
                    id,
                    worst.page() / 1e3,
                    "us (the worst of %d first pages: '%s', %d lines)"
                            .formatted(measured.size(), worst.name(), worst.lines()),
                    "as many lines by their primary key: %.0f us; the median ratio is %.2f; %s"
                            .formatted(
                                    worst.range() / 1e3,
                                    Rounds.median(measured.stream()
                                            .mapToDouble(Measured::ratio)
                                            .toArray()),
                                    lines.described()),
                    worst.ratio(),
                    MOST);
        }
    }

    /** A log that is filled for this run, or the one that a run which was broken off left on a port. */
    private static ManyLines lines(Run run) throws Exception {
        int kept = Integer.getInteger("benchmarks.log.kept", 0);
        return kept == 0
                ? ManyLines.filled(run.shared(Database.class, () -> new Database(run.databasePort())), run)
                : ManyLines.kept(Database.running(kept));
    }

    private static Measured measure(Question question, LedgerLines pages, LineRange range, int rounds)
            throws Exception {
        int lines = page(question, pages);
        check(question, lines);
        // the newest lines, as the page reads them; where it finds none, behind the last
        long from = lines == 0 ? ManyLines.LINES + 1 : ManyLines.LINES - lines + 1;
        if (range.read(from, lines).size() != lines) {
            throw new IllegalStateException("The range has not %d lines".formatted(lines));
        }
        var contestants = new LinkedHashMap<String, Rounds.Contestant>();
        contestants.put("page", () -> {
            page(question, pages);
            return 1;
        });
        contestants.put("range", () -> {
            range.read(from, Math.max(1, lines));
            return 1;
        });
        var nanos = Rounds.medians(contestants, WARM_UP_MILLIS, rounds, ROUND_MILLIS);
        return new Measured(question.name(), lines, nanos.get("page"), nanos.get("range"));
    }

    private static int page(Question question, LedgerLines pages) {
        return pages.page(question.agency(), question.filter(), Optional.empty(), question.most())
                .size();
    }

    /** What is called common fills a page, and what is called absent finds nothing; else the data are not as described. */
    private static void check(Question question, int lines) {
        boolean asDescribed = question.name().endsWith("common")
                ? lines == question.most()
                : question.name().endsWith("never") ? lines == 0 : lines > 0;
        if (!asDescribed) {
            throw new IllegalStateException("'%s' found %d lines".formatted(question.name(), lines));
        }
    }

    private static List<Question> questions(ManyLines lines) throws SQLException {
        var own = new Own(lines);
        var questions = new ArrayList<Question>();
        ask(questions, "nothing, common", LogFilter.where());
        ask(questions, "code, rare", LogFilter.where().code(new EntryCode(own.text("e.code"))));
        ask(
                questions,
                "code of others, never",
                LogFilter.where()
                        .code(new EntryCode(lines.ask("SELECT code FROM ledger_entry WHERE agency = '" + agency(3)
                                + "' AND holders = agency LIMIT 1"))));
        ask(questions, "code, never", LogFilter.where().code(absentCode(lines)));
        ask(questions, "case, common", LogFilter.where().caseId(new UUID(3, 1)));
        ask(questions, "case, rare", LogFilter.where().caseId(own.id("e.case_id")));
        ask(questions, "case, never", LogFilter.where().caseId(new UUID(3, 0)));
        // asked with the page for each case that it names, and before it when a case was typed
        questions.add(new Question(
                "case is ours, common",
                ManyLines.LARGEST,
                LogFilter.where()
                        .caseId(new UUID(3, 1))
                        .outcome(Outcome.PERMITTED)
                        .build(),
                1));
        ask(questions, "person, common", LogFilter.where().person(new UUID(4, 1)));
        ask(questions, "person, rare", LogFilter.where().person(own.id("e.person_id")));
        ask(questions, "person, never", LogFilter.where().person(new UUID(4, 0)));
        ask(questions, "item, common", LogFilter.where().item(new UUID(5, 1)));
        ask(questions, "item, rare", LogFilter.where().item(own.id("LEFT(e.items, 36)")));
        ask(
                questions,
                "item of others, never",
                LogFilter.where()
                        .item(UUID.fromString(
                                lines.ask("SELECT LEFT(items, 36) FROM ledger_entry WHERE agency = '" + agency(3)
                                        + "' AND holders = agency AND items NOT LIKE '%-000000000001@%' LIMIT 1"))));
        ask(questions, "item, never", LogFilter.where().item(new UUID(5, 0)));
        ask(questions, "agency, common", LogFilter.where().agency(ManyLines.LARGEST));
        ask(questions, "agency, rare", LogFilter.where().agency(ManyLines.SELDOM));
        ask(questions, "agency, never", LogFilter.where().agency(ManyLines.NEVER));
        ask(questions, "professional, common", LogFilter.where().professional(person(1_001)));
        ask(questions, "professional, rare", LogFilter.where().professional(person(1_999)));
        ask(questions, "professional, never", LogFilter.where().professional(person(7)));
        ask(questions, "function, common", LogFilter.where().function("CARE_COORDINATOR"));
        ask(questions, "function, rare", LogFilter.where().function("PRIVACY_OFFICER"));
        ask(questions, "function, never", LogFilter.where().function("REGISTRAR"));
        ask(questions, "purpose, common", LogFilter.where().purpose("SUPPORT"));
        ask(questions, "purpose, rare", LogFilter.where().purpose("SUBJECT_RIGHTS"));
        ask(questions, "purpose, never", LogFilter.where().purpose("STATISTICS"));
        ask(questions, "category, common", LogFilter.where().category("SITUATION"));
        ask(questions, "category, rare", LogFilter.where().category("POLICE"));
        ask(questions, "category, never", LogFilter.where().category("RESIDENCE"));
        ask(questions, "action, common", LogFilter.where().action("VIEW_SECTION"));
        ask(questions, "action, rare", LogFilter.where().action("BREAK_GLASS"));
        ask(questions, "action, never", LogFilter.where().action("DESTROY"));
        ask(questions, "outcome, common", LogFilter.where().outcome(Outcome.PERMITTED));
        ask(questions, "outcome, rare", LogFilter.where().outcome(Outcome.FAILED));
        ask(questions, "outcome, never", LogFilter.where().outcome(Outcome.RECORDED));
        ask(questions, "no emergency, common", LogFilter.where().emergency(false));
        ask(questions, "emergency, rare", LogFilter.where().emergency(true));
        questions.add(new Question(
                "emergency, never",
                ManyLines.SECOND,
                LogFilter.where().emergency(true).build(),
                ASKED));
        long middle = ManyLines.LINES / 2;
        long little = ManyLines.LINES - 40;
        var end = ManyLines.at(ManyLines.LINES);
        ask(questions, "from, common", LogFilter.where().from(ManyLines.at(middle)));
        ask(questions, "from, rare", LogFilter.where().from(ManyLines.at(little)));
        ask(questions, "from, never", LogFilter.where().from(end.plus(Duration.ofDays(1))));
        ask(questions, "until, common", LogFilter.where().until(ManyLines.at(middle)));
        ask(questions, "until, rare", LogFilter.where().until(ManyLines.at(40)));
        ask(questions, "until, never", LogFilter.where().until(ManyLines.BEGIN));
        ask(
                questions,
                "period, common",
                LogFilter.where()
                        .from(ManyLines.at(middle))
                        .until(ManyLines.at(middle).plus(Duration.ofDays(30))));
        ask(
                questions,
                "period, rare",
                LogFilter.where().from(ManyLines.at(middle)).until(ManyLines.at(middle + 40)));
        ask(
                questions,
                "period, never",
                LogFilter.where().from(end.plus(Duration.ofDays(1))).until(end.plus(Duration.ofDays(2))));
        return questions;
    }

    private static void ask(List<Question> questions, String name, LogFilter.Builder filter) {
        questions.add(new Question(name, ManyLines.LARGEST, filter.build(), ASKED));
    }

    private static AgencyId agency(long number) {
        return new AgencyId(new UUID(1, number));
    }

    private static ProfessionalId person(long number) {
        return new ProfessionalId(new UUID(2, number));
    }

    private static EntryCode absentCode(ManyLines lines) throws SQLException {
        for (int i = 0; ; i++) {
            var code = "ZZZ%d-ZZ".formatted(i % 10);
            if (lines.ask("SELECT COUNT(*) FROM ledger_entry WHERE code = '" + code + "'")
                    .equals("0")) {
                return new EntryCode(code);
            }
        }
    }

    /** Values of an ordinary line of the agency that asks. */
    private record Own(ManyLines lines) {
        String text(String column) throws SQLException {
            return lines.ask("SELECT " + column + " FROM ledger_entry e WHERE e.agency = '" + ManyLines.LARGEST
                    + "' AND e.seq > " + ManyLines.LINES / 3
                    + " AND e.holders = e.agency AND e.case_id <> '" + new UUID(3, 1) + "' ORDER BY e.seq LIMIT 1");
        }

        UUID id(String column) throws SQLException {
            return UUID.fromString(text(column));
        }
    }
}
