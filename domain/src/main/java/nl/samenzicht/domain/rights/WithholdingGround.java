package nl.samenzicht.domain.rights;

import java.util.Arrays;
import java.util.List;
import nl.samenzicht.security.policy.Regime;

/** On which ground a request is refused, or a part of it withheld. Only what the law names is a ground. */
public enum WithholdingGround {
    /** Who asks could not be identified. */
    NOT_IDENTIFIED("AVG 12(2)", true),
    /** The request is manifestly unfounded or excessive. */
    UNFOUNDED("AVG 12(5)", true),
    /** The conditions of the right are not met; the data are lawful, right and needed. */
    NOT_MET("AVG 12(4)", true),
    /** Rights and freedoms of others would suffer from a copy. */
    OTHERS("AVG 15(4)", false),
    /** Public security. */
    PUBLIC_SECURITY("UAVG 41(1)(c)", false),
    /** Prevention, investigation and prosecution of criminal offences. */
    CRIMINAL_JUSTICE("UAVG 41(1)(d)", false),
    /** Other important objectives of general public interest. */
    PUBLIC_INTEREST("UAVG 41(1)(e)", false),
    /** Breaches of ethics of regulated professions. */
    PROFESSION("UAVG 41(1)(g)", false),
    /** Protection of the person, or of others; also where somebody who exploits a child asks in its name. */
    PROTECTION("UAVG 41(1)(i)", true),
    /** A police task would suffer. */
    POLICE_TASK("Wpg 27", true);

    private final String article;
    private final boolean forPolice;

    WithholdingGround(String article, boolean forPolice) {
        this.article = article;
        this.forPolice = forPolice;
    }

    /** The article that names it. */
    public String article() {
        return article;
    }

    /** The grounds under a law. */
    public static List<WithholdingGround> under(Regime regime) {
        return Arrays.stream(values())
                .filter(ground -> regime == Regime.WPG ? ground.forPolice : ground != POLICE_TASK)
                .toList();
    }
}
