using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Cambrian.Core;

namespace Cambrian.Runs.Inboxes;

/// <summary>
/// Programs that wait to be measured, as files below a run's folder: any process may hand one in, the one that searches takes it.
/// A file goes only when its step is in the ledger, so nothing handed in is lost with a process that is killed.
/// </summary>
/// <param name="run">The run's folder.</param>
/// <param name="time">The clock.</param>
internal sealed class Inbox(string run, TimeProvider time)
{
    // A search makes tens of thousands of children a second; looking for files for each of them would cost more than the children.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly string _folder = Path.Combine(run, "inbox");
    private readonly Lock _lock = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _waitingForTheLedger = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Candidate> _shown = [];
    private long? _looked;

    /// <summary>How long to wait between two looks.</summary>
    public static TimeSpan Interval => Pause;

    /// <summary>Hands a program in.</summary>
    /// <param name="origin">Who made it.</param>
    /// <param name="program">Its files.</param>
    /// <param name="parents">Steps of the programs it was made from.</param>
    public Submission Add(string origin, Artifact program, IReadOnlyList<int> parents)
    {
        Directory.CreateDirectory(_folder);
        var id = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMddHHmmssfffffff}-{Guid.NewGuid():N}");
        var submission = new Submission(id, origin, new Dictionary<string, string>(program.Files, StringComparer.Ordinal), parents);

        // Seen by the other process whole or not at all.
        var aside = Path.Combine(_folder, $".{id}");
        File.WriteAllText(aside, JsonSerializer.Serialize(submission));
        File.Move(aside, FileOf(id));
        return submission;
    }

    /// <summary>The oldest program that nobody has taken yet; null when there is none, or when the last look was a moment ago.</summary>
    public Submission? Take()
    {
        lock (_lock)
        {
            if (_looked is { } last && time.GetElapsedTime(last) < Pause)
            {
                return null;
            }

            while (Oldest() is { } submission)
            {
                if (_waitingForTheLedger.TryAdd(new Artifact(submission.Files).Id, submission.Id))
                {
                    return submission;
                }

                File.Delete(FileOf(submission.Id)); // the same program is being measured already
            }

            _looked = time.GetTimestamp();
            return null;
        }
    }

    /// <summary>Takes note of a candidate that somebody outside was shown, so that a program made from it can name it as its parent.</summary>
    public void Show(Candidate candidate) => _shown[candidate.Step] = candidate;

    /// <summary>The parents of a submission, as far as this process has shown them.</summary>
    public IReadOnlyList<Candidate> ParentsOf(Submission submission) => [.. submission.Parents.Select(_shown.GetValueOrDefault).OfType<Candidate>()];

    /// <summary>Lets go of a program whose step is in the ledger.</summary>
    public void Settle(Step step)
    {
        if (!_waitingForTheLedger.IsEmpty && step.Child is { } child && _waitingForTheLedger.TryRemove(child.Id, out var id))
        {
            File.Delete(FileOf(id));
        }
    }

    private Submission? Oldest()
    {
        if (!Directory.Exists(_folder))
        {
            return null;
        }

        foreach (var file in Directory.EnumerateFiles(_folder, "*.json").Order(StringComparer.Ordinal).Where(file => _taken.Add(file)))
        {
            if (Read(file) is { } submission)
            {
                return submission;
            }
        }

        return null;
    }

    // What is no submission is left where it is, for whoever put it there.
    private static Submission? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Submission>(File.ReadAllText(file)) is { Origin: not null, Files.Count: > 0, Parents: not null } read
                ? read with { Id = Path.GetFileNameWithoutExtension(file) }
                : null;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string FileOf(string id) => Path.Combine(_folder, $"{id}.json");
}
