/** Bayesian linear regression with a few unknowns, where observations of one group share an error of their own. Pure. */

/** A mean and how far it may be off, as a standard deviation, before anything was observed. */
export interface Prior {
  readonly mean: number;
  readonly deviation: number;
}

/** One thing observed: `value` = features times unknowns, give or take `deviation`. */
export interface Observation {
  readonly features: readonly number[];
  readonly value: number;
  readonly deviation: number;
}

/** What is known of the unknowns: their means and covariances. */
export interface Fit {
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/** How much the prior scale of the errors counts against what the residuals show, in observations. */
const SCALE_WEIGHT = 6;

/**
 * Fits the groups. `shared` is the standard deviation of the error that all observations of a group have in common.
 * Errors that turn out larger than they were said to be widen the covariance; smaller ones do not narrow it.
 * (Gelman et al., Bayesian Data Analysis, 3rd ed., 14.2 and 14.8.)
 */
export function fit(priors: readonly Prior[], groups: readonly (readonly Observation[])[], shared: number): Fit {
  const size = priors.length;
  const precision = priors.map(({ deviation }, row) =>
    priors.map((_, column) => (row === column ? 1 / deviation ** 2 : 0)),
  );
  const right = priors.map(({ mean, deviation }) => mean / deviation ** 2);
  for (const group of groups) addGroup(group, shared, precision, right);
  const covariance = inverse(precision);
  const mean = covariance.map((row) => dot(row, right));
  let misfit = 0;
  let count = 0;
  for (const group of groups) {
    misfit += group.reduce(
      (sum, { features, value, deviation }) =>
        sum + (value - dot(features, mean)) ** 2 / (deviation ** 2 + shared ** 2),
      0,
    );
    count += group.length;
  }
  const scale = Math.max(1, (misfit + SCALE_WEIGHT) / (Math.max(0, count - size) + SCALE_WEIGHT));
  return { mean, covariance: covariance.map((row) => row.map((value) => value * scale)) };
}

/** The standard deviation of features times unknowns. */
export function deviationOf({ covariance }: Fit, features: readonly number[]): number {
  return Math.sqrt(
    Math.max(
      0,
      dot(
        features,
        covariance.map((row) => dot(row, features)),
      ),
    ),
  );
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** Precision of a diagonal plus a constant covariance, by the formula of Sherman and Morrison. */
function addGroup(group: readonly Observation[], shared: number, precision: number[][], right: number[]): void {
  const weights = group.map(({ deviation }) => 1 / deviation ** 2);
  const common = shared ** 2 / (1 + shared ** 2 * weights.reduce((sum, weight) => sum + weight, 0));
  const sums = right.map((_, at) =>
    group.reduce((sum, { features }, i) => sum + (weights[i] ?? 0) * (features[at] ?? 0), 0),
  );
  const total = group.reduce((sum, { value }, i) => sum + (weights[i] ?? 0) * value, 0);
  for (const [row, line] of precision.entries()) {
    for (const column of line.keys()) {
      const own = group.reduce(
        (sum, { features }, i) => sum + (weights[i] ?? 0) * (features[row] ?? 0) * (features[column] ?? 0),
        0,
      );
      line[column] = (line[column] ?? 0) + own - common * (sums[row] ?? 0) * (sums[column] ?? 0);
    }
    const own = group.reduce(
      (sum, { features, value }, i) => sum + (weights[i] ?? 0) * (features[row] ?? 0) * value,
      0,
    );
    right[row] = (right[row] ?? 0) + own - common * (sums[row] ?? 0) * total;
  }
}

/** Gauss and Jordan; the matrices here are positive definite, so the diagonal never vanishes. */
function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [...row, ...Array.from({ length: size }, (_, at) => (at === index ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot++) {
    const line = rows[pivot] ?? [];
    const divisor = line[pivot] ?? 1;
    for (const at of line.keys()) line[at] = (line[at] ?? 0) / divisor;
    for (const [index, other] of rows.entries()) {
      const factor = other[pivot] ?? 0;
      if (index === pivot || factor === 0) continue;
      for (const at of other.keys()) other[at] = (other[at] ?? 0) - factor * (line[at] ?? 0);
    }
  }
  return rows.map((row) => row.slice(size));
}
