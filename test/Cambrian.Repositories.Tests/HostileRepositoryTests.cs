using System.Globalization;
using Cambrian.Repositories.Delivery;
using Cambrian.Repositories.Shares;

namespace Cambrian.Repositories.Tests;

/// <summary>A repository that names a program wherever git would run one. Each leaves a mark when it runs.</summary>
public sealed class HostileRepositoryTests : IDisposable
{
    private static readonly string[] Hooks =
    [
        "post-checkout", "post-commit", "post-index-change", "post-merge", "post-rewrite", "pre-auto-gc", "pre-commit", "prepare-commit-msg", "commit-msg", "reference-transaction", "update", "fsmonitor-watchman",
    ];

    private readonly PersonsRepository _repository = new();
    private readonly DirectoryInfo _marks = Directory.CreateTempSubdirectory("cambrian-marks-");

    public HostileRepositoryTests()
    {
        _repository.Write("src/a.py", "a = 1\nb = 2\n");
        _repository.Write(".gitattributes", "* filter=evil diff=evil merge=evil\n");
        _repository.Commit("Begin");
        foreach (var hook in Hooks)
        {
            Plant($".git/hooks/{hook}", hook);
        }

        Plant("git", "program-in-the-folder");
        Plant(".git/git", "program-in-the-git-folder");
        Plant("evil", "evil");
        foreach (var setting in new[]
        {
            "core.fsmonitor", "core.sshCommand", "core.editor", "core.pager", "core.askPass", "core.alternateRefsCommand", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process",
            "diff.evil.textconv", "diff.evil.command", "diff.external", "gpg.program", "gpg.ssh.program", "merge.evil.driver", "credential.helper", "pager.blame", "sequence.editor", "interactive.diffFilter", "uploadpack.packObjectsHook",
        })
        {
            _repository.Git("config", setting, $"{_repository["evil"]} {setting} #");
        }

        foreach (var (setting, value) in new[]
        {
            ("commit.gpgSign", "true"), ("log.showSignature", "true"), ("remote.origin.url", "ext::sh -c \"touch %S\""), ("remote.origin.promisor", "true"), ("protocol.ext.allow", "always"),
            ("core.hooksPath", _repository[".git/hooks"]), ("alias.blame", "!touch x"), ("blame.ignoreRevsFile", "/etc/hostname"), ("core.worktree", "/"), ("extensions.partialClone", "origin"),
        })
        {
            _repository.Git("config", setting, value);
        }
    }

    private string Head => File.ReadAllText(_repository[".git/refs/heads/main"]).Trim();

    public void Dispose()
    {
        _repository.Dispose();
        _marks.Delete(recursive: true);
    }

    // The rest is only worth something while the traps are set.
    [Fact]
    public void Called_plainly_git_runs_what_the_repository_names()
    {
        _repository.Git("config", "--unset", "core.worktree");
        _repository.Git("config", "--unset", "blame.ignoreRevsFile");
        _repository.Try("status");
        _repository.Try("update-ref", "refs/heads/plain", Head);
        _repository.Try("blame", Head, "--", "src/a.py");

        string[] marks = [.. _marks.EnumerateFiles().Select(file => file.Name)];
        Assert.Contains(marks, mark => mark.StartsWith("core.fsmonitor", StringComparison.Ordinal));
        Assert.Contains("reference-transaction", marks);
        Assert.Contains(marks, mark => mark.StartsWith("diff.evil.textconv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_it_runs_when_it_is_read_delivered_to_and_counted()
    {
        var cancellation = TestContext.Current.CancellationToken;
        foreach (var place in new[] { _repository.Folder, _repository["src"], _repository[".git"] })
        {
            using var git = await Git.OpenAsync(place, cancellation);
            var snapshot = await RepositorySnapshot.TakeAsync(git, "HEAD", new RepositorySelection { Evolve = ["src"] }, cancellation);
            var order = new DeliveryOrder
            {
                Base = snapshot.Commit,
                Branch = string.Create(CultureInfo.InvariantCulture, $"b{place.Length}"),
                Run = "run",
                Steps = [new DeliveredStep(1, "lines", snapshot.Evolvable.With("src/a.py", "a = 3\nb = 2\n"), 1, 2)],
                Evidence = new string('0', 64),
                Time = DateTimeOffset.UnixEpoch,
            };
            var made = await new BranchDelivery(git, order).MakeAsync(cancellation);
            var share = await RepositoryShare.CountAsync(git, made.Commits[^1], cancellation);
            Assert.Equal(1, share.Machine);
        }

        Assert.Empty(_marks.EnumerateFiles().Select(file => file.Name));
    }

    [Fact]
    public async Task An_object_that_is_missing_is_not_fetched()
    {
        var blob = _repository.Git("--git-dir", _repository[".git"], "rev-parse", "HEAD:src/a.py");
        File.Delete(_repository[$".git/objects/{blob[..2]}/{blob[2..]}"]);
        using var git = await Git.OpenAsync(_repository.Folder, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<RepositoryException>(() =>
            RepositorySnapshot.TakeAsync(git, "HEAD", new RepositorySelection { Evolve = ["src"] }, TestContext.Current.CancellationToken));
        Assert.Empty(_marks.EnumerateFiles().Select(file => file.Name));
    }

    private void Plant(string path, string mark)
    {
        _repository.Write(path, $"#!/bin/sh\ntouch '{_marks.FullName}/'\"${{1:-{mark}}}\" '{_marks.FullName}/{mark}'\ncat\n");
        _repository.MakeExecutable(path);
    }
}
