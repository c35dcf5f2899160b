package nl.samenzicht.web.officer;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.LogQuery.Limit;

/** One line of the log in a list: who did what, and below it when, where, to what, why, with its code as a link. */
public class LineSentence extends Div {
    private static final long serialVersionUID = 1L;

    public LineSentence(LogWords words, LogLine line) {
        var code = new Anchor(
                LogQuery.everything().with(Limit.CODE, line.code()).href(),
                line.code().value());
        code.addClassName("log-code");
        var parts = Stream.of(
                        Optional.of(Terms.moment(line.at())),
                        Optional.of(words.where(line)),
                        line.caseName().map(name -> name.number() + " " + name.codeName()),
                        line.category().map(words::category),
                        line.purpose().map(words::purpose))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        var detail = new Span(new Span(parts + " · "), code);
        detail.addClassName("row-detail");
        add(new Span(words.text("samples.line.text", words.who(line), words.did(line))), detail);
        addClassNames("row-words", "judgement");
    }
}
