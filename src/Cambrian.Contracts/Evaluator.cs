using System.Text.Json;

namespace Cambrian.Contracts;

/// <summary>
/// A problem's evaluator: the one class that an <c>evaluator.cs</c> derives from this. It works in two places.
/// <see cref="Run"/> runs beside the candidate, inside the candidate's sandbox, and only carries its answers home.
/// <see cref="Cases"/> and <see cref="Score"/> run in a judge's process, where no candidate is ever loaded; what a candidate
/// claims about itself is never asked for.
/// </summary>
/// <typeparam name="TProgram">The delegate a candidate provides: parameters are what it may know, the return value is what it answers.</typeparam>
/// <typeparam name="TCase">One case. Travels to the sandbox: arrays of numbers go as they are, anything else as JSON.</typeparam>
/// <typeparam name="TAnswer">One answer. Travels to the judge in the same way.</typeparam>
public abstract class Evaluator<TProgram, TCase, TAnswer>
    where TProgram : Delegate
{
    /// <summary>The cases of one split, always the same ones in the same order.</summary>
    /// <param name="split">Which cases.</param>
    /// <param name="dataFolder">Path of the problem's data folder, readable by the judge only.</param>
    public abstract IReadOnlyList<TCase> Cases(Split split, string dataFolder);

    /// <summary>Drives the candidate through one case. Keeps nothing between calls but what follows from the program alone.</summary>
    /// <returns>Everything <see cref="Score"/> needs to work out the score by itself, and nothing that has to be believed.</returns>
    public abstract TAnswer Run(TProgram program, TCase problemCase);

    /// <summary>Works out what an answer is worth, trusting nothing in it.</summary>
    public abstract CaseScore Score(TCase problemCase, TAnswer answer);

    /// <summary>Further named numbers over all cases of a split, for display and for archives that spread by them.</summary>
    public virtual IReadOnlyDictionary<string, double> Metrics(IReadOnlyList<TCase> cases, IReadOnlyList<TAnswer> answers) =>
        new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>A picture of an answer that was scored as valid; null, the default, where there is nothing to see.</summary>
    /// <returns>An SVG element with a view box and without width and height, scripts and links; it stands in reports.</returns>
    public virtual string? Picture(TCase problemCase, TAnswer answer) => null;

    /// <summary>What a program makes of a case, as source code for people to read; null, the default, where there is nothing to read.</summary>
    /// <remarks>Runs beside the candidate, as <see cref="Run"/> does, when somebody asks for it. Nothing is decided by it.</remarks>
    public virtual string? Listing(TProgram program, TCase problemCase) => null;

    /// <summary>Reads an answer from a JSON file, so that it can be verified without the program that found it.</summary>
    /// <param name="file">
    /// The file's content. By default: the answer, or an object with a member "construction" or with a single array, which then is it;
    /// arrays in arrays are taken one after the other where the answer is a row of numbers.
    /// </param>
    /// <exception cref="InvalidDataException">The file has another shape; the message says which was given, which expected.</exception>
    public virtual TAnswer Read(JsonElement file) => ConstructionJson.Read<TAnswer>(file);
}
