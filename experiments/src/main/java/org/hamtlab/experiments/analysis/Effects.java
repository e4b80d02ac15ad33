package org.hamtlab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import org.hamtlab.experiments.analysis.effect.Anova;
import org.hamtlab.experiments.analysis.effect.Observation;
import org.hamtlab.experiments.analysis.effect.Term;
import org.hamtlab.experiments.analysis.inference.Multiplicity;
import org.hamtlab.experiments.analysis.refusal.Code;
import org.hamtlab.experiments.store.Analysis;
import org.hamtlab.experiments.store.Analysis.Effect;
import org.hamtlab.experiments.store.Analysis.Refusal;
import org.hamtlab.experiments.store.Plan;

/** Main effects and interactions of a bundle's factors, judged as one family. */
final class Effects {
  private final Plan plan;
  private final Measurements measurements;

  Effects(Plan plan, Measurements measurements) {
    this.plan = plan;
    this.measurements = measurements;
  }

  private record Place(String operation, String keys, int blocks, Term term) {}

  List<Effect> all() {
    List<Place> places = new ArrayList<>();
    List<String> factors = plan.factors().stream().map(Plan.Factor::name).toList();
    for (Plan.KeySet keySet : plan.keySets()) {
      for (String operation : plan.operations()) {
        List<Observation> rows = rows(operation, keySet.keys());
        int blocks = (int) rows.stream().map(Observation::block).distinct().count();
        if (blocks > 1 && !factors.isEmpty()) {
          new Anova(factors, rows)
              .terms()
              .forEach(term -> places.add(new Place(operation, keySet.keys(), blocks, term)));
        }
      }
    }
    double[] family =
        Multiplicity.of(plan.exploratory())
            .adjusted(
                places.stream()
                    .filter(place -> place.term().degrees() > 0)
                    .mapToDouble(place -> place.term().p())
                    .toArray());
    List<Effect> effects = new ArrayList<>();
    int next = 0;
    for (Place place : places) {
      effects.add(effect(place, place.term().degrees() > 0 ? family[next++] : 1));
    }
    return effects;
  }

  private List<Observation> rows(String operation, String keys) {
    List<Observation> rows = new ArrayList<>();
    for (Plan.PlannedTreatment treatment : plan.treatments()) {
      if (!treatment.isTwin() && !treatment.levels().isEmpty()) {
        measurements
            .forks(new Measurements.Cell(operation, keys, treatment.id()))
            .forEach(
                (block, fork) -> rows.add(new Observation(treatment.levels(), block, fork.mean())));
      }
    }
    return rows;
  }

  private Effect effect(Place place, double pAdjusted) {
    Term term = place.term();
    List<Refusal> against = against(place, pAdjusted);
    return new Effect(
        place.operation(),
        place.keys(),
        term.name(),
        term.degrees(),
        term.f(),
        term.p(),
        pAdjusted,
        term.etaSquared(),
        term.omegaSquared(),
        Math.expm1(term.size()),
        against.isEmpty() ? Analysis.EFFECT : Analysis.NO_CLAIM,
        against.stream().map(Refusal::code).toList(),
        against.stream().map(Refusal::sentence).toList());
  }

  private List<Refusal> against(Place place, double pAdjusted) {
    Term term = place.term();
    double alpha = 1 - plan.confidence();
    List<Refusal> against = new ArrayList<>();
    if (!plan.confounded().isEmpty()) {
      against.add(Code.R13.because("aliased: " + String.join("; ", plan.confounded())));
    }
    if (term.degrees() == 0) {
      against.add(
          Code.R2.because(
              term.other().isEmpty()
                  ? term.factor() + " never changed alone among these treatments."
                  : "no treatments cross " + term.factor() + " with " + term.other() + "."));
      return against;
    }
    if (place.blocks() < Judge.LEAST_FORKS) {
      against.add(Code.R9.because(place.blocks() + " blocks."));
    }
    if (term.p() > alpha || Math.expm1(term.size()) < plan.smallestEffect()) {
      against.add(
          Code.R1.because(
              Judge.text(
                  "a standard deviation of %s %% (p = %.2g).",
                  Judge.digits(100 * Math.expm1(term.size()), 2), term.p())));
    } else if (pAdjusted > alpha) {
      against.add(Code.R13.because(Judge.text("adjusted p = %.2g.", pAdjusted)));
    }
    return against;
  }
}
