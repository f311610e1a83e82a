using Cambrian.Contracts.Agents;
using Cambrian.Core;

namespace Cambrian.Agents.Modification;

/// <summary>What an agent is shown of the run while it modifies a program.</summary>
/// <param name="Others">Other candidates, to look at and to take material from.</param>
/// <param name="Operators">The edits on offer and their record.</param>
public sealed record Surroundings(IReadOnlyList<Candidate> Others, IReadOnlyList<OperatorView> Operators);
