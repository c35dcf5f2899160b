package nl.samenzicht.web.processing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.samenzicht.domain.officer.LogFigures;
import nl.samenzicht.domain.processing.ProcessingRegister;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.FigureWords;
import nl.samenzicht.web.paper.PaperPage;

/** The register and the annex as documents for people. */
final class ProcessingPaper {
    private ProcessingPaper() {}

    static byte[] register(ProcessingRegister register) {
        var page = new PaperPage(Terms.text("processing.paper.register"), Terms.locale())
                .say(Terms.text("processing.paper.generated"))
                .facts(ProcessingWords.controller(register));
        register.processings()
                .forEach(entry -> page.part(Terms.of(entry.purpose())).facts(ProcessingWords.processing(entry)));
        page.part(Terms.text("processing.terms.title"))
                .table(
                        ProcessingWords.termHeads(),
                        register.terms().stream().map(ProcessingWords::term).toList())
                .part(Terms.text("processing.transfer.title"))
                .say(Terms.text("processing.transfer.text"));
        return measures(page, register).bytes();
    }

    static byte[] annex(ProcessingRegister register, FigureWords words) {
        var page = new PaperPage(Terms.text("processing.paper.annex"), Terms.locale())
                .say(Terms.text("processing.annex.intro"))
                .facts(ProcessingWords.controller(register))
                .part(Terms.text("processing.annex.description"))
                .table(
                        List.of(
                                Terms.text("processing.annex.purpose"),
                                Terms.text("processing.fact.categories"),
                                Terms.text("processing.annex.closed"),
                                Terms.text("processing.fact.sources")),
                        register.processings().stream()
                                .map(entry -> List.of(
                                        Terms.of(entry.purpose()),
                                        ProcessingWords.codes(entry.processing().categories()),
                                        ProcessingWords.closed(entry),
                                        String.join("; ", entry.processing().sources())))
                                .toList())
                .part(Terms.text("processing.annex.figures"))
                .say(period(register));
        words.onPaper(page, figures(register));
        measures(page, register);
        return page.part(Terms.text("processing.annex.yours"))
                .say(Terms.text("processing.annex.yours.text"))
                .bytes();
    }

    static String period(ProcessingRegister register) {
        return Terms.text("processing.period", Terms.day(register.from()), Terms.day(register.at()));
    }

    static Map<String, TreeMap<String, Long>> figures(ProcessingRegister register) {
        var tables = new LinkedHashMap<String, TreeMap<String, Long>>();
        for (var table : LogFigures.Table.values()) {
            tables.put(table.name(), new TreeMap<>(register.figures().get(table)));
        }
        return tables;
    }

    private static PaperPage measures(PaperPage page, ProcessingRegister register) {
        page.part(Terms.text("processing.measures.title"));
        ProcessingWords.measures(register).forEach(measure -> page.say("• " + measure));
        return page;
    }
}
