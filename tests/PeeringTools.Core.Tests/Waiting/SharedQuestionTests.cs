using PeeringTools.Core.Waiting;

namespace PeeringTools.Core.Tests.Waiting;

public sealed class SharedQuestionTests : IDisposable
{
    private readonly List<(string[] Ids, TaskCompletionSource<IReadOnlyList<string>> Answer)> _asked = [];
    private readonly SemaphoreSlim _isAsked = new(0);

    public void Dispose() => _isAsked.Dispose();

    [Fact]
    public async Task Whoever_asks_while_a_question_is_under_way_shares_the_next()
    {
        var question = Question();
        var first = question.ReadAsync(["a"], TestContext.Current.CancellationToken);
        await NextAsync();
        var others = new[] { "b", "c", "a" }.Select(id => question.ReadAsync([id], TestContext.Current.CancellationToken)).ToList();
        _asked[0].Answer.SetResult(["a"]);
        Assert.Equal(["a"], await first);

        await NextAsync();
        _asked[1].Answer.SetResult(["a", "c"]);
        Assert.Equal([[], ["c"], ["a"]], await Task.WhenAll(others));
        Assert.Equal([["a"], ["a", "b", "c"]], _asked.Select(a => a.Ids));
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_asked_and_the_next_question_goes_on()
    {
        var question = Question();
        var first = question.ReadAsync(["a"], TestContext.Current.CancellationToken);
        await NextAsync();
        var others = new[] { "b", "c" }.Select(id => question.ReadAsync([id], TestContext.Current.CancellationToken)).ToList();
        _asked[0].Answer.SetResult(["a"]);
        await first;
        await NextAsync();
        _asked[1].Answer.SetException(new HttpRequestException("lost"));
        foreach (var other in others)
            await Assert.ThrowsAsync<HttpRequestException>(() => other);

        var next = question.ReadAsync(["b"], TestContext.Current.CancellationToken);
        await NextAsync();
        _asked[2].Answer.SetResult(["b"]);
        Assert.Equal(["b"], await next);
    }

    private SharedQuestion<string> Question() => new(
        (ids, _) =>
        {
            var answer = new TaskCompletionSource<IReadOnlyList<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
            _asked.Add(([.. ids.Order(StringComparer.Ordinal)], answer));
            _isAsked.Release();
            return answer.Task;
        },
        id => id,
        TimeSpan.Zero);

    private Task NextAsync() => _isAsked.WaitAsync(TestContext.Current.CancellationToken);
}
