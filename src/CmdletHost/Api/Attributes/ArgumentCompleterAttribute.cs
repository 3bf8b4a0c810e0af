using System.Collections;
using System.Management.Automation.Language;

namespace System.Management.Automation;

/// <summary>Names the class that completes a parameter's argument.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class ArgumentCompleterAttribute : Attribute
{
    public ArgumentCompleterAttribute(Type type) => Type = type ?? throw new PSArgumentNullException(nameof(type));

    /// <summary>An <see cref="IArgumentCompleter"/>.</summary>
    public Type Type { get; }
}

/// <summary>Completes a parameter's argument at a prompt.</summary>
public interface IArgumentCompleter
{
    /// <summary>The candidates for what has been typed.</summary>
    IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters);
}

/// <summary>One candidate.</summary>
public class CompletionResult
{
    public CompletionResult(string completionText, string listItemText, CompletionResultType resultType, string toolTip)
    {
        ArgumentException.ThrowIfNullOrEmpty(completionText);
        ArgumentException.ThrowIfNullOrEmpty(listItemText);
        ArgumentException.ThrowIfNullOrEmpty(toolTip);
        CompletionText = completionText;
        ListItemText = listItemText;
        ResultType = resultType;
        ToolTip = toolTip;
    }

    public CompletionResult(string completionText)
        : this(completionText, completionText, CompletionResultType.Text, completionText)
    {
    }

    /// <summary>What goes into the line.</summary>
    public string CompletionText { get; }

    /// <summary>What the list shows.</summary>
    public string ListItemText { get; }

    /// <summary>What kind of thing it is.</summary>
    public CompletionResultType ResultType { get; }

    /// <summary>More about it.</summary>
    public string ToolTip { get; }
}

/// <summary>Kinds of completion.</summary>
public enum CompletionResultType
{
    Text,
    History,
    Command,
    ProviderItem,
    ProviderContainer,
    Property,
    Method,
    ParameterName,
    ParameterValue,
    Variable,
    Namespace,
    Type,
    Keyword,
    DynamicKeyword,
}
