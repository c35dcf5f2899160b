package nl.samenzicht.web.rights;

import com.lowagie.text.pdf.PdfPTable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.rights.StatementFormat;
import nl.samenzicht.domain.rights.StatementHead;
import nl.samenzicht.domain.rights.StatementLine;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.Words;
import nl.samenzicht.web.paper.Paper;

/** A statement for the person: plain words on paper, page after page as the lines are read. */
final class StatementPdf implements StatementFormat {
    private static final float[] WIDTHS = {17, 28, 20, 22, 13};

    /** After so many lines what is written leaves the memory. */
    private static final int BATCH = 50;

    private final OutputStream out;
    private final Locale locale;
    private final Words words = new Words();
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;
    private Paper paper;
    private PdfPTable table;
    private StatementHead head;
    private String checkpoint = "";
    private List<NoteKey> keys = List.of();
    private int waiting;

    /** Writes to this, in this language; the stream is not closed. */
    StatementPdf(OutputStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
        this.moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(Terms.AMSTERDAM);
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    @Override
    public void begin(StatementHead of, String signed, List<NoteKey> logKeys) throws IOException {
        head = of;
        checkpoint = signed;
        keys = logKeys;
        paper = new Paper(
                out,
                locale,
                text("statement.paper.title") + " " + of.number(),
                page -> text("statement.paper.foot", of.number(), of.agency(), page));
        paper.title(text("statement.paper.title"));
        paper.subtitle(of.agency());
        say("statement.paper.intro", of.number(), day(of.receivedOn()), moment.format(of.made()));
        say("statement.paper.about", categories(of.categories()), period(of));
        of.goneBefore().ifPresent(first -> say("statement.paper.gone", day(first)));
        if (!of.withheld().isEmpty()) {
            say(
                    "statement.paper.withheld",
                    categories(of.withheld()),
                    of.ground()
                            .map(ground -> text("withholding-ground." + ground) + " (" + ground.article() + ")")
                            .orElse(""));
        }
        say(of.staff() ? "statement.paper.staff" : "statement.paper.no-staff");
        say("statement.paper.own");
        table = paper.table(WIDTHS);
        table.setHeaderRows(1);
        for (var column : List.of("when", "who", "what", "why", "line")) {
            table.addCell(paper.cell(text("statement.column." + column), true));
        }
    }

    private String period(StatementHead of) {
        if (of.from().isEmpty() && of.until().isEmpty()) {
            return text("statement.paper.always");
        }
        return text(
                "statement.paper.period",
                of.from().map(this::day).orElse("…"),
                of.until().map(this::day).orElse(moment.format(of.made())));
    }

    @Override
    public void line(StatementLine line) {
        add(Stream.of(moment.format(line.at())));
        add(Stream.of(
                        line.receivers().stream().map(AgencyCard::name),
                        coded("function", line.function()),
                        line.staff().stream())
                .flatMap(each -> each));
        add(Stream.of(
                        coded("category", line.category()),
                        Stream.of(text("statement.manner." + line.manner())),
                        line.emergency() ? Stream.of(text("statement.emergency")) : Stream.<String>of())
                .flatMap(each -> each));
        add(Stream.concat(coded("purpose", line.purpose()), coded("ground", line.ground())));
        add(Stream.concat(
                Stream.of(line.code().value()),
                line.proof().map(proof -> text("statement.paper.place", proof.index() + 1)).stream()));
        if (++waiting == BATCH) {
            paper.flush(table);
            waiting = 0;
        }
    }

    private void add(Stream<String> lines) {
        table.addCell(paper.cell(lines.collect(Collectors.joining("\n")), false));
    }

    @Override
    public void end(long lines) throws IOException {
        if (lines == 0) {
            say("statement.paper.none");
        } else {
            paper.end(table);
            say("statement.paper.count", lines);
        }
        paper.heading(text("statement.paper.proof.title"));
        say("statement.paper.proof");
        paper.small(checkpoint.strip());
        say("statement.paper.keys");
        paper.small(keys.stream().map(NoteKey::written).collect(Collectors.joining("\n")));
        paper.heading(text("statement.paper.rights.title"));
        say("statement.paper.rights", head.agency());
        paper.close();
        out.flush();
    }

    private void say(String key, Object... arguments) {
        paper.say(text(key, arguments));
    }

    private String categories(Collection<DataCategory> categories) {
        return categories.stream()
                .sorted()
                .map(each -> text("category." + each))
                .collect(Collectors.joining(", "));
    }

    private Stream<String> coded(String kind, Optional<String> code) {
        return code
                .map(value -> Words.bundle(locale).containsKey(kind + "." + value) ? text(kind + "." + value) : value)
                .stream();
    }

    private String day(LocalDate date) {
        return day.format(date);
    }

    private String text(String key, Object... arguments) {
        return words.getTranslation(key, locale, arguments);
    }
}
