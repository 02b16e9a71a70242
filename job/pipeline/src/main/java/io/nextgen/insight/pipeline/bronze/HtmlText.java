package io.nextgen.insight.pipeline.bronze;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What a reader of an HTML text sees, a line a block. */
final class HtmlText {

  /** Elements that chat systems write; a customer's {@code <3} or {@code <name>} is not HTML. */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "<(?:p|div|br|span|b|strong|i|em|u|a|li|ul|ol|table|tr|td|html|body|blockquote|h[1-6]|pre"
              + "|font)(?:\\h+[\\w:-]+\\h*=[^<>]*)?\\h*/?>",
          Pattern.CASE_INSENSITIVE);

  private HtmlText() {}

  static boolean isHtml(String text) {
    return text.indexOf('<') >= 0 && ELEMENT.matcher(text).find();
  }

  static String plain(String html) {
    StringBuilder plain = new StringBuilder(html.length());
    NodeTraversor.traverse(new Lines(plain), Jsoup.parse(html).body());
    return plain.toString().strip();
  }

  /** Breaks lines where a browser does. */
  private record Lines(StringBuilder plain) implements NodeVisitor {

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        boolean lineStart = plain.isEmpty() || plain.charAt(plain.length() - 1) == '\n';
        String words = text.text().replace('\u00a0', ' ');
        plain.append(lineStart ? words.stripLeading() : words);
      } else if (node instanceof Element element && element.isBlock()) {
        boolean nextCell =
            element.normalName().equals("td") && element.previousElementSibling() != null;
        if (nextCell && !plain.isEmpty()) {
          plain.append('\t');
        } else if (!element.normalName().equals("td")) {
          breakLine();
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.normalName().equals("br")) {
          plain.append('\n');
        } else if (element.isBlock() && !element.normalName().equals("td")) {
          breakLine();
        }
      }
    }

    private void breakLine() {
      if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != '\n') {
        plain.append('\n');
      }
    }
  }
}
