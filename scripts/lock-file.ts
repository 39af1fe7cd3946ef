/** What a lock file has to hold so that it fits every system, and nothing of the machine that wrote it. */
import { z } from 'zod';

const names = z.record(z.string(), z.string()).default({});

/** The part of a `package-lock.json` that is looked at (npm's documentation, "package-lock.json", version 3). */
export const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      optionalDependencies: names,
      dependencies: names,
    }),
  ),
});

/** A lock file, parsed. */
export type Lock = z.infer<typeof lockSchema>;

/**
 * What is wrong with a lock file: parts that a package names and the file does not hold (npm writes such a file where a
 * `node_modules` of one system is beside it), and hosts of a registry. Empty where it fits every system.
 */
export function lockFaults({ packages }: Lock): readonly string[] {
  return Object.entries(packages).flatMap(([path, { resolved, dependencies, optionalDependencies }]) => {
    const missing = Object.keys({ ...dependencies, ...optionalDependencies }).filter(
      (name) => !ways(path).some((folder) => `${folder}node_modules/${name}` in packages),
    );
    return [
      ...missing.map((name) => `${path || 'the root'} names ${name}, which the lock file does not hold.`),
      ...(resolved !== undefined && /^[a-z+]+:\/\//u.test(resolved)
        ? [`${path} is fetched from ${resolved}; .npmrc keeps registries out of the lock file.`]
        : []),
    ];
  });
}

/** Folders in which Node looks for what `path` names, the nearest first; each ends with a slash, or is the root. */
function ways(path: string): readonly string[] {
  const parts = path.split('/node_modules/');
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/`)]
    .filter((folder) => folder !== '/')
    .toReversed();
}
