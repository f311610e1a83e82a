using Cambrian.Algorithms.Folders;
using Cambrian.Core;

namespace Cambrian.Studies;

/// <summary>One way of running that a study compares with others.</summary>
/// <param name="Name">In tables, and in the names of runs.</param>
/// <param name="Strategy">A name of the catalog.</param>
/// <param name="Budget">Of each run.</param>
/// <param name="Problem">What a run with a given seed works on; null when it cannot be made.</param>
internal sealed record StudyArm(string Name, string Strategy, Budget Budget, Func<int, CancellationToken, Task<ProblemFolder?>> Problem);
