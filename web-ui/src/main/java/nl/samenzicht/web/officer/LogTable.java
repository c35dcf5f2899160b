package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.web.officer.LogQuery.Limit;
import nl.samenzicht.web.shell.Badge;

/** Lines of the log as sentences under each other; each day once, and every part a link that limits the log further. */
class LogTable extends NativeTable {
    private static final long serialVersionUID = 1L;

    private final transient LogWords words;
    private final transient Consumer<EntryCode> open;
    private final NativeTableBody body = getBody();
    private transient LogQuery query = LogQuery.everything();
    private String lastDay = "";

    LogTable(LogWords words, Consumer<EntryCode> open) {
        this.words = words;
        this.open = open;
        addClassName("log-table");
        var head = getHead().addRow();
        for (var column : List.of("time", "who", "what", "purpose", "rule", "line")) {
            var cell = new NativeTableHeaderCell(words.text("log.column." + column));
            cell.getElement().setAttribute("scope", "col");
            cell.addClassName("log-" + column);
            head.add(cell);
        }
    }

    void clear(LogQuery limitedBy) {
        query = limitedBy;
        body.removeAllRows();
        lastDay = "";
    }

    void append(List<LogLine> lines) {
        lines.forEach(line -> {
            var day = words.day(line.at());
            if (!day.equals(lastDay)) {
                lastDay = day;
                body.add(dayRow(day));
            }
            body.add(row(line));
        });
    }

    private static NativeTableRow dayRow(String day) {
        var row = new NativeTableRow();
        row.addClassName("log-day");
        var cell = new NativeTableHeaderCell(day);
        cell.getElement().setAttribute("scope", "rowgroup").setAttribute("colspan", "6");
        row.add(cell);
        return row;
    }

    private NativeTableRow row(LogLine line) {
        var row = new NativeTableRow();
        if (line.event().outcome() == Outcome.REFUSED) {
            row.addClassName("log-refused");
        }
        if (line.event().emergency()) {
            row.addClassName("log-emergency");
        }
        row.add(
                cell("time", new Span(words.time(line.at()))),
                cell("who", who(line)),
                cell("what", what(line)),
                cell("purpose", purpose(line)),
                cell("rule", rule(line)),
                cell("line", code(line)));
        return row;
    }

    private Component who(LogLine line) {
        var name = words.who(line);
        Component who = line.professional().isPresent()
                ? link(name, query.with(Limit.PROFESSIONAL, line.professional().get()))
                : new Span(name);
        who.addClassName("log-name");
        var where = new Div(words.where(line));
        where.addClassName("log-where");
        return new Div(who, where);
    }

    private Component what(LogLine line) {
        var sentence = new Div();
        sentence.addClassName("log-sentence");
        var outcome = line.event().outcome();
        if (outcome == Outcome.REFUSED || outcome == Outcome.FAILED) {
            var badge =
                    new Badge(words.outcome(outcome), outcome == Outcome.REFUSED ? Badge.Tone.WARN : Badge.Tone.DANGER);
            sentence.add(badge);
        }
        if (line.event().emergency()) {
            var badge = new Badge(words.text("log.emergency.badge"), Badge.Tone.DANGER);
            sentence.add(badge);
        }
        sentence.add(link(words.did(line), query.with(Limit.ACTION, line.event().action())));
        line.category()
                .filter(category -> !List.of("LOG", "CASE_HEADER", "FIGURES", "DIRECTORY", "RULEBOOK")
                        .contains(category))
                .ifPresent(category ->
                        sentence.add(part(link(words.category(category), query.with(Limit.CATEGORY, category)))));
        line.caseName()
                .ifPresent(name -> sentence.add(
                        part(link(name.number() + " " + name.codeName(), query.with(Limit.CASE, name.number())))));
        line.signal().ifPresent(number -> sentence.add(part(new Span(words.text("signal.title", number)))));
        if (!line.recipients().isEmpty()) {
            var to = new Span(
                    new Span("→"),
                    new Span(line.recipients().stream().map(AgencyCard::name).collect(Collectors.joining(", "))));
            to.addClassName("log-to");
            sentence.add(to);
        }
        if (outcome == Outcome.REFUSED) {
            line.reason().ifPresent(reason -> {
                var because = new Div(words.reason(reason));
                because.addClassName("log-because");
                sentence.add(because);
            });
        }
        return sentence;
    }

    /** A part of the sentence with its dot in front, which stays with it at the end of a line. */
    private static Component part(Component said) {
        var part = new Span(new Span("·"), said);
        part.addClassName("log-to");
        return part;
    }

    private Component purpose(LogLine line) {
        return line.purpose()
                .<Component>map(purpose -> {
                    var link = link(words.purpose(purpose), query.with(Limit.PURPOSE, purpose));
                    link.addClassName("log-purpose-name");
                    link.getElement().setAttribute("data-purpose", LogWords.purposeColour(purpose));
                    return link;
                })
                .orElseGet(() -> new Span("–"));
    }

    private static Component rule(LogLine line) {
        var rules = line.event().rules();
        if (rules.isEmpty()) {
            return new Span("–");
        }
        var rule = new Anchor("rulebook?rule=" + rules.get(0), rules.get(0));
        return rules.size() > 1 ? new Span(rule, new Span(" +" + (rules.size() - 1))) : rule;
    }

    private Component code(LogLine line) {
        var button = new Button(line.code().value(), click -> open.accept(line.code()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        button.addClassName("log-code");
        button.setAriaLabel(words.text("log.line.open", line.code().value()));
        return button;
    }

    private NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.addClassName("log-" + column);
        cell.getElement().setAttribute("data-label", words.text("log.column." + column));
        return cell;
    }

    private static Anchor link(String text, LogQuery limited) {
        return new Anchor(limited.href(), text);
    }
}
