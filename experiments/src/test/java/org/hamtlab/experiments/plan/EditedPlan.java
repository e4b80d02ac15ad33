package org.hamtlab.experiments.plan;

import java.util.Map;
import org.hamtlab.experiments.store.Plan;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A plan with some components replaced, by their names. */
public final class EditedPlan {
  private EditedPlan() {}

  /** The plan with other values; a name that is no component of a plan is an error. */
  public static Plan of(Plan plan, Map<String, ?> changes) {
    JsonMapper json = JsonMapper.builder().build();
    ObjectNode tree = json.valueToTree(plan);
    changes.forEach((name, value) -> {
      if (!tree.has(name)) {
        throw new IllegalArgumentException(name + ": a plan has no such component");
      }
      tree.set(name, json.valueToTree(value));
    });
    return json.treeToValue(tree, Plan.class);
  }
}
