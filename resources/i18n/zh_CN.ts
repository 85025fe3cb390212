<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Reviewer</source>
        <translation>关于报告评查</translation>
    </message>
    <message>
        <source>Reviewer {version}</source>
        <translation>报告评查 {version}</translation>
    </message>
    <message>
        <source>Checks annual reports on rule-of-law government; works offline.</source>
        <translation>评查法治政府建设年度报告，全程离线运行。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Licence: MIT</source>
        <translation>许可证：MIT</translation>
    </message>
    <message>
        <source>It is made of these parts, under their own licences:</source>
        <translation>程序由以下组件构成，各有其许可证：</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>裁定(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open Reports…</source>
        <translation>打开报告(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Export Score Sheets…</source>
        <translation>导出评分表(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Accept and Go On</source>
        <translation>认可并看下一项(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>有(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Weak</source>
        <translation>弱(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Missing</source>
        <translation>缺(&amp;M)</translation>
    </message>
    <message>
        <source>Back to the &amp;Suggestion</source>
        <translation>采用建议(&amp;S)</translation>
    </message>
    <message>
        <source>Half a Point M&amp;ore</source>
        <translation>加半分(&amp;O)</translation>
    </message>
    <message>
        <source>Half a Point &amp;Less</source>
        <translation>减半分(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>写批注(&amp;C)</translation>
    </message>
    <message>
        <source>Previous Weak or Missing</source>
        <translation>上一处弱缺</translation>
    </message>
    <message>
        <source>Next Weak or Missing</source>
        <translation>下一处弱缺</translation>
    </message>
    <message>
        <source>Previous Undecided</source>
        <translation>上一项未裁定</translation>
    </message>
    <message>
        <source>Next Undecided</source>
        <translation>下一项未裁定</translation>
    </message>
    <message>
        <source>Next Evidence of This Element</source>
        <translation>本要素的下一处依据</translation>
    </message>
    <message>
        <source>Previous Report</source>
        <translation>上一份报告</translation>
    </message>
    <message>
        <source>Next Report</source>
        <translation>下一份报告</translation>
    </message>
    <message>
        <source>All Elements</source>
        <translation>全部要素</translation>
    </message>
    <message>
        <source>Weak Only</source>
        <translation>只看弱项</translation>
    </message>
    <message>
        <source>Missing Only</source>
        <translation>只看缺项</translation>
    </message>
    <message>
        <source>Undecided Only</source>
        <translation>只看未裁定</translation>
    </message>
    <message>
        <source>Larger Text</source>
        <translation>放大正文</translation>
    </message>
    <message>
        <source>Smaller Text</source>
        <translation>缩小正文</translation>
    </message>
    <message>
        <source>Normal Text Size</source>
        <translation>正文原大小</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>Give &amp;{n}</source>
        <translation>给 &amp;{n} 分</translation>
    </message>
    <message>
        <source>Po&amp;ints</source>
        <translation>评分(&amp;I)</translation>
    </message>
    <message>
        <source>Previous Weak</source>
        <translation>上一处弱项</translation>
    </message>
    <message>
        <source>Next Weak</source>
        <translation>下一处弱项</translation>
    </message>
    <message>
        <source>Previous Missing</source>
        <translation>上一处缺项</translation>
    </message>
    <message>
        <source>Next Missing</source>
        <translation>下一处缺项</translation>
    </message>
    <message>
        <source>&amp;Find in the Text</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>查找上一处(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reading Without Marks</source>
        <translation>阅读模式(&amp;R)</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High Contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>成效(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Shortcomings</source>
        <translation>不足(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;First Responsible Persons</source>
        <translation>第一责任人(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>下步安排(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Structure</source>
        <translation>层级(&amp;S)</translation>
    </message>
    <message>
        <source>Heading of Level &amp;{n}</source>
        <translation>&amp;{n} 级标题</translation>
    </message>
    <message>
        <source>&amp;No Heading</source>
        <translation>不是标题(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Goes on with the Line Before</source>
        <translation>与上一行相连(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Part of the Section</source>
        <translation>本节所属部分(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Title, Unit, Year, Date…</source>
        <translation>标题、单位、年度、日期(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Not Applicable Here</source>
        <translation>本报告不适用(&amp;N)</translation>
    </message>
    <message>
        <source>Set Aside, &amp;Because…</source>
        <translation>不采纳此项发现，因为(&amp;B)…</translation>
    </message>
    <message>
        <source>Back to the &amp;Program&apos;s</source>
        <translation>恢复程序所选(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>佐证原文(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Insert a Phrase</source>
        <translation>插入常用语(&amp;I)</translation>
    </message>
    <message>
        <source>Comment on the &amp;Whole Report…</source>
        <translation>对整份报告的评语(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Phrases…</source>
        <translation>常用语(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Comments</source>
        <translation>批注(&amp;C)</translation>
    </message>
    <message>
        <source>Accept All &amp;Listed</source>
        <translation>认可所列全部要素(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;By What Is Decided</source>
        <translation>随裁定进度(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>已完成(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Sent Back</source>
        <translation>已退回(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;tatus of the Report</source>
        <translation>报告状态(&amp;T)</translation>
    </message>
    <message>
        <source>Accept All &amp;Found Present</source>
        <translation>认可全部判为“有”的要素(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New Project…</source>
        <translation>新建项目(&amp;N)…</translation>
    </message>
    <message>
        <source>Open &amp;Project…</source>
        <translation>打开项目(&amp;P)…</translation>
    </message>
    <message>
        <source>Save a C&amp;opy…</source>
        <translation>项目另存副本(&amp;Y)…</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>备份与恢复(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Take off the List</source>
        <translation>从列表移除报告(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Accept All Found Present in the Selected Reports</source>
        <translation>认可所选报告中全部判为“有”的要素</translation>
    </message>
    <message>
        <source>&amp;User Guide</source>
        <translation>使用手册(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键一览(&amp;K)</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>存为 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>打印(&amp;R)…</translation>
    </message>
    <message>
        <source>Replace by a Ne&amp;wer Version…</source>
        <translation>用新版本替换(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Two Reports Side by Side</source>
        <translation>两份报告对照(&amp;T)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Export to &amp;Folder…</source>
        <translation>导出到文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Put into an Existing &amp;Workbook…</source>
        <translation>写入已有的工作簿(&amp;W)…</translation>
    </message>
    <message>
        <source>Save a Copy of the Slip &amp;Template…</source>
        <translation>另存反馈模板的副本(&amp;T)…</translation>
    </message>
    <message>
        <source>Set the Contradiction or Oddity Aside, Because…</source>
        <translation>矛盾或疑点不采纳，因为…</translation>
    </message>
    <message>
        <source>&amp;Take the Unused Fact</source>
        <translation>采用这条未用的事实(&amp;T)</translation>
    </message>
    <message>
        <source>Next Panel</source>
        <translation>下一个面板</translation>
    </message>
    <message>
        <source>Previous Panel</source>
        <translation>上一个面板</translation>
    </message>
    <message>
        <source>Open the E&amp;xamples</source>
        <translation>打开示例(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Joined Line Stands for Itself Again</source>
        <translation>与上一行分开(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Add the Selected Words as Evidence</source>
        <translation>所选文字加为佐证(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Only the Selected Words as Evidence</source>
        <translation>佐证只取所选文字(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Strike the Evidence Here</source>
        <translation>去掉光标处的佐证(&amp;S)</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Choose the state to go back to. The project as it is now is kept among the backups, so nothing is lost.</source>
        <translation>选择要恢复到的时间。项目现在的状态也会存为一份备份，不会丢失。</translation>
    </message>
    <message>
        <source>There is no backup yet. The first one is made after some decisions.</source>
        <translation>还没有备份。作出一些裁定之后会自动生成。</translation>
    </message>
    <message>
        <source>&amp;Go Back to It</source>
        <translation>恢复到所选备份(&amp;G)</translation>
    </message>
</context>
<context>
    <name>Bulk</name>
    <message>
        <source>Deciding on the selected reports</source>
        <translation>正在裁定所选报告</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>What the Columns Hold</source>
        <translation>核对各列内容</translation>
    </message>
    <message>
        <source>{file}, sheet “{sheet}”: check what each column is taken for. Columns that are left alone, formulas and everything outside the table stay as they are.</source>
        <translation>{file}，工作表“{sheet}”：请核对每一列填写什么。不填的列、公式和表格以外的内容都保持原样。</translation>
    </message>
    <message>
        <source>&amp;Remember this for forms with the same headings</source>
        <translation>记住以上对应关系，表头相同的表格不再询问(&amp;R)</translation>
    </message>
    <message>
        <source>Column {letter}: “{words}” is no field. Choose one from the list.</source>
        <translation>{letter} 列：没有“{words}”这个项目，请从列表中选择。</translation>
    </message>
    <message>
        <source>One column must hold the unit: by it a report finds its row.</source>
        <translation>必须有一列填写“单位”：程序靠它找到每份报告所在的行。</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Is filled with</source>
        <translation>填写内容</translation>
    </message>
    <message>
        <source>Column {letter}: {heading}</source>
        <translation>{letter} 列：{heading}</translation>
    </message>
    <message>
        <source>(left alone)</source>
        <translation>（不填）</translation>
    </message>
</context>
<context>
    <name>DecideCommands</name>
    <message>
        <source>This element has at most {n} points.</source>
        <translation>本要素最多 {n} 分。</translation>
    </message>
    <message>
        <source>No passage of this element stands at the cursor.</source>
        <translation>光标处没有本要素的佐证原文。</translation>
    </message>
    <message>
        <source>{n} elements accepted; one undo takes it back.</source>
        <translation>已认可 {n} 项要素，撤销一次即可全部收回。</translation>
    </message>
    <message>
        <source>Select the words in the text first.</source>
        <translation>请先在正文中选取文字。</translation>
    </message>
    <message>
        <source>No unused fact sounds like this element.</source>
        <translation>没有与这项要素相近而未被采用的事实。</translation>
    </message>
    <message>
        <source>Taken back in a report that is not in the list any more.</source>
        <translation>已撤销，所涉报告已不在列表中。</translation>
    </message>
    <message>
        <source>Made again in a report that is not in the list any more.</source>
        <translation>已重做，所涉报告已不在列表中。</translation>
    </message>
    <message>
        <source>Choose a contradiction or an oddity under Cross-Checks first.</source>
        <translation>请先在“核对”面板中选一条矛盾或疑点。</translation>
    </message>
</context>
<context>
    <name>DecisionRow</name>
    <message>
        <source>Points given</source>
        <translation>给分</translation>
    </message>
    <message>
        <source>More decisions</source>
        <translation>更多裁定</translation>
    </message>
</context>
<context>
    <name>DecisionStrip</name>
    <message>
        <source>No element selected</source>
        <translation>未选要素</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>{id} {name}: the finding is set aside, and the element counts as present.</source>
        <translation>{id} {name}：不采纳程序的发现，本要素按“有”计。</translation>
    </message>
    <message>
        <source>Set the Finding Aside, Because…</source>
        <translation>不采纳此项发现，因为…</translation>
    </message>
    <message>
        <source>Comment on the Whole Report</source>
        <translation>对整份报告的评语</translation>
    </message>
    <message>
        <source>The project is kept in {folder}.</source>
        <translation>项目保存在 {folder}。</translation>
    </message>
    <message>
        <source>The Old and the New Version</source>
        <translation>新旧版本对照</translation>
    </message>
    <message>
        <source>Two Reports</source>
        <translation>两份报告对照</translation>
    </message>
    <message>
        <source>Set Aside, Because…</source>
        <translation>不采纳，因为……</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Panels behind one another</source>
        <translation>重叠的面板</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>As at First</source>
        <translation>恢复默认布局</translation>
    </message>
</context>
<context>
    <name>Doubter</name>
    <message>
        <source>Show List…</source>
        <translation>查看清单…</translation>
    </message>
    <message>
        <source>Decisions that do not fit together: {n}</source>
        <translation>前后不一致的裁定：{n} 处</translation>
    </message>
</context>
<context>
    <name>DoubtsDialog</name>
    <message>
        <source>Decisions That Do Not Fit Together</source>
        <translation>前后不一致的裁定</translation>
    </message>
    <message>
        <source>Worth a look. Nothing has to be changed before an export.</source>
        <translation>请看一看，不改也可以导出。</translation>
    </message>
    <message>
        <source>&amp;Go There</source>
        <translation>转到(&amp;G)</translation>
    </message>
</context>
<context>
    <name>ElementPanel</name>
    <message>
        <source>Select an element, or press F8 for the next weak or missing.</source>
        <translation>请选择一项要素，或按 F8 查看下一处弱缺。</translation>
    </message>
    <message>
        <source>Comment (F2)</source>
        <translation>批注（F2）</translation>
    </message>
    <message>
        <source>Comment on this element</source>
        <translation>本要素的批注</translation>
    </message>
    <message>
        <source>Suggested: {verdict}, {points} of {possible}</source>
        <translation>建议：{verdict}，{points} / {possible} 分</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已裁定</translation>
    </message>
    <message>
        <source>not yet decided</source>
        <translation>未裁定</translation>
    </message>
    <message>
        <source>None yet; comments you write are learnt</source>
        <translation>还没有；写过的批注会记在这里</translation>
    </message>
    <message>
        <source>Insert a phrase</source>
        <translation>插入常用语</translation>
    </message>
    <message>
        <source>Not applicable here; its points do not count.</source>
        <translation>本报告不适用，不计分。</translation>
    </message>
    <message>
        <source>Set aside, because: {reason}</source>
        <translation>不采纳程序的发现，因为：{reason}</translation>
    </message>
    <message>
        <source>Decided: {verdict}, {points} of {possible}</source>
        <translation>裁定：{verdict}，{points} / {possible} 分</translation>
    </message>
    <message>
        <source>evidence chosen by hand</source>
        <translation>佐证由人选定</translation>
    </message>
    <message>
        <source>Worth a look: {doubts}</source>
        <translation>请留意：{doubts}</translation>
    </message>
    <message>
        <source>Reason, evidence and your decision on an element stand here.</source>
        <translation>打开报告后，这里显示所选要素的理由、原文和您的裁定。</translation>
    </message>
</context>
<context>
    <name>ElementText</name>
    <message>
        <source>Reasons and evidence</source>
        <translation>理由与依据</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Expected place</source>
        <translation>应在位置</translation>
    </message>
    <message>
        <source>What weakens it</source>
        <translation>判弱情形</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>制度依据</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>{n} more passages; show the next</source>
        <translation>还有 {n} 处，显示后面的</translation>
    </message>
    <message>
        <source>This is it</source>
        <translation>就是它</translation>
    </message>
    <message>
        <source>Used by no element; press Y if this is it</source>
        <translation>没有被任何要素采用的事实，是它就按 Y</translation>
    </message>
    <message>
        <source>not given; a comment can say it (F2)</source>
        <translation>没有写明，可用批注说明（F2）</translation>
    </message>
    <message>
        <source>The program had found</source>
        <translation>程序原判</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>Scores</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Put into an Existing Workbook</source>
        <translation>写入已有的工作簿</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export to Folder</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>County&apos;s form</source>
        <translation>县里的表格</translation>
    </message>
    <message>
        <source>Template of the slips</source>
        <translation>反馈模板</translation>
    </message>
    <message>
        <source>the program&apos;s own</source>
        <translation>程序自带的模板</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Reports not yet finished: {n}. What is undecided goes out as the program suggests.</source>
        <translation>还没有裁定完的报告：{n} 份。未裁定的要素按程序的建议写出。</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Choose at least one kind of file.</source>
        <translation>请至少选择一种要写出的文件。</translation>
    </message>
    <message>
        <source>Choose the county&apos;s form: an .xlsx file that is there.</source>
        <translation>请选择县里的表格：一个已有的 .xlsx 文件。</translation>
    </message>
    <message>
        <source>The template of the slips must be a .docx file that is there.</source>
        <translation>反馈模板必须是一个已有的 .docx 文件。</translation>
    </message>
    <message>
        <source>Choose the folder to write to.</source>
        <translation>请选择要写入的文件夹。</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>写出哪些文件</translation>
    </message>
    <message>
        <source>Score &amp;workbook of all (.xlsx)</source>
        <translation>评分工作簿，全部报告一个文件(&amp;W)（.xlsx）</translation>
    </message>
    <message>
        <source>Return &amp;slip for each report (.docx)</source>
        <translation>整改反馈，每份报告一个文件(&amp;S)（.docx）</translation>
    </message>
    <message>
        <source>&amp;Copy of each report with comments (.docx)</source>
        <translation>带批注的报告副本，每份报告一个文件(&amp;C)（.docx）</translation>
    </message>
    <message>
        <source>&amp;PDF of summary, score sheets and slips</source>
        <translation>汇总、评分表和整改反馈的 PDF(&amp;P)</translation>
    </message>
    <message>
        <source>All &amp;results and decisions as data (.json)</source>
        <translation>全部结果和决定的数据(&amp;R)（.json）</translation>
    </message>
    <message>
        <source>The county&apos;s own &amp;form (.xlsx), filled:</source>
        <translation>填好的县里自己的表格(&amp;F)（.xlsx）：</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>&amp;All ({n})</source>
        <translation>全部 {n} 份(&amp;A)</translation>
    </message>
    <message>
        <source>Se&amp;lected in the list ({n})</source>
        <translation>列表中选中的 {n} 份(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Template of the slips</source>
        <translation>反馈模板(&amp;T)</translation>
    </message>
    <message>
        <source>Signed by &amp;office</source>
        <translation>反馈的落款机关(&amp;O)</translation>
    </message>
    <message>
        <source>Comments &amp;by</source>
        <translation>批注的作者(&amp;B)</translation>
    </message>
    <message>
        <source>To fol&amp;der</source>
        <translation>写到文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>反馈的落款机关</translation>
    </message>
    <message>
        <source>Comments by</source>
        <translation>批注的作者</translation>
    </message>
    <message>
        <source>Show L&amp;ist…</source>
        <translation>查看清单(&amp;I)…</translation>
    </message>
    <message>
        <source>The slips name nobody who sends them: fill in the office, or choose Export once more.</source>
        <translation>整改反馈没有落款机关：请填写，或者再按一次“导出”，不写落款。</translation>
    </message>
</context>
<context>
    <name>ExportDialogs</name>
    <message>
        <source>Export</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>County&apos;s Form</source>
        <translation>县里的表格</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>The score sheets are in {path}.</source>
        <translation>评分表已导出到 {path}。</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>报告已存为 {path}。</translation>
    </message>
    <message>
        <source>Printing {name}</source>
        <translation>正在打印 {name}</translation>
    </message>
    <message>
        <source>The template is in {path}. Edit it in Word or WPS, then choose it in “Export to Folder”.</source>
        <translation>模板已另存为 {path}。请用 Word 或 WPS 修改，然后在“导出到文件夹”中选用。</translation>
    </message>
    <message>
        <source> The workbook that was there held something else and is kept as {name}.</source>
        <translation>原来的工作簿内容不同，已另存为 {name}。</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Scores</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>New Project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Save a Copy of the Project</source>
        <translation>项目另存副本</translation>
    </message>
</context>
<context>
    <name>FileQuestions</name>
    <message>
        <source>Reports ({kinds})</source>
        <translation>报告 ({kinds})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open Reports</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Export Score Sheets</source>
        <translation>导出评分表</translation>
    </message>
    <message>
        <source>Projects (*{suffix})</source>
        <translation>评查项目 (*{suffix})</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Newer Version</source>
        <translation>选择新版本</translation>
    </message>
    <message>
        <source>Word file (*.docx)</source>
        <translation>Word 文件 (*.docx)</translation>
    </message>
    <message>
        <source>Template of the Return Slip</source>
        <translation>反馈模板</translation>
    </message>
    <message>
        <source>Export to Folder</source>
        <translation>导出到文件夹</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>在正文中查找</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>共 {n} 处</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>Element</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已裁定</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未裁定</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>不适用</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>All {n}</source>
        <translation>全部 {n}</translation>
    </message>
    <message>
        <source>Weak {n}</source>
        <translation>弱 {n}</translation>
    </message>
    <message>
        <source>Missing {n}</source>
        <translation>缺 {n}</translation>
    </message>
    <message>
        <source>Undecided {n}</source>
        <translation>未裁定 {n}</translation>
    </message>
    <message>
        <source>Elements of the checklist</source>
        <translation>要素清单</translation>
    </message>
    <message>
        <source>No element of this report is weak.</source>
        <translation>本报告没有弱项。</translation>
    </message>
    <message>
        <source>No element of this report is missing.</source>
        <translation>本报告没有缺项。</translation>
    </message>
    <message>
        <source>Every element of this report is decided.</source>
        <translation>本报告各项要素都已裁定。</translation>
    </message>
</context>
<context>
    <name>FrontMatterDialog</name>
    <message>
        <source>What the Report Says of Itself</source>
        <translation>报告的标题、单位、年度和日期</translation>
    </message>
    <message>
        <source>As it counts</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>As the program read it</source>
        <translation>程序读出</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>主送</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>落款单位</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>A year has four digits, such as 2025.</source>
        <translation>年度是四位数字，如 2025。</translation>
    </message>
    <message>
        <source>No day is written here, or none there is. Write it like 2026-01-20, 2026/1/20 or 2026.1.20.</source>
        <translation>日期看不懂，或者没有这一天。请写成 2026-01-20、2026/1/20、2026.1.20 或 2026年1月20日。</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Places of missing elements</source>
        <translation>缺项位置</translation>
    </message>
    <message>
        <source>Expected here, but missing:</source>
        <translation>此处应有而缺少：</translation>
    </message>
</context>
<context>
    <name>HandingOut</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Another Folder…</source>
        <translation>换个文件夹…</translation>
    </message>
    <message>
        <source>Preparing {name}</source>
        <translation>正在准备 {name}</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>{n} files were not written. The first: {why}</source>
        <translation>有 {n} 个文件没有写成。第一个：{why}</translation>
    </message>
    <message>
        <source>Cancelled: {n} of {all} files are in {folder}.</source>
        <translation>已取消：{all} 个文件中有 {n} 个已写到 {folder}。</translation>
    </message>
    <message>
        <source>{n} files are in {folder}.</source>
        <translation>{n} 个文件已写到 {folder}。</translation>
    </message>
    <message>
        <source>Show List…</source>
        <translation>查看清单…</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{n} reports are in {book}.</source>
        <translation>{n} 份报告已写入 {book}。</translation>
    </message>
    <message>
        <source> The workbook as it was is kept as {name}.</source>
        <translation>原来的工作簿另存为 {name}。</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>User Guide</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Judging {name}</source>
        <translation>正在评判 {name}</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>{name} is read otherwise than before: the new text counts, decisions stay, and undo leads back.</source>
        <translation>{name}这次读出的文字与以前不同：已改以新的文字为准，裁定保留，撤销即可恢复原文。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键一览</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>The window closes as soon as they are there.</source>
        <translation>写完后窗口自动关闭。</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>留下(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit Without Them</source>
        <translation>放弃没写完的文件并退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Decisions not yet written to the project file: {count}</source>
        <translation>有 {count} 项裁定还没有写入项目文件</translation>
    </message>
    <message>
        <source>They are lost if you quit now. Make room on the disk or let the file be written, then try again.</source>
        <translation>现在退出，这些裁定就会丢失。请腾出磁盘空间，或者使项目文件可以写入，然后再试。</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>再试一次(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Quit and Lose {count}</source>
        <translation>退出并丢失 {count} 项(&amp;Q)</translation>
    </message>
    <message>
        <source>Files are still being written.</source>
        <translation>文件还在写入。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Reviewer</source>
        <translation>报告评查</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>评查意见</translation>
    </message>
    <message>
        <source>Recent Files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Recent Projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>look only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Cross-Checks</source>
        <translation>核对</translation>
    </message>
</context>
<context>
    <name>MessageArea</name>
    <message>
        <source>Hide Them</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>{n} files cannot be opened</source>
        <translation>{n} 个文件打不开</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>收起这条消息</translation>
    </message>
    <message>
        <source>Put All Away</source>
        <translation>全部收起</translation>
    </message>
    <message>
        <source>{n} messages</source>
        <translation>{n} 条消息</translation>
    </message>
</context>
<context>
    <name>MessageCenter</name>
    <message>
        <source>{file}: a fault of the program itself ({problem}); other reports are not affected. Please pass this message on to whoever maintains the program.</source>
        <translation>{file}：程序内部出错（{problem}），其他报告不受影响。请把这条消息告诉软件维护人员。</translation>
    </message>
    <message>
        <source>A fault of the program itself ({problem}). Your decisions are kept. Please pass this message on to whoever maintains the program.</source>
        <translation>程序内部出错（{problem}），评查意见都已保留。请把这条消息告诉软件维护人员。</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>wants a look: {cell}</source>
        <translation>需要查看：{cell}</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>所计事项</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>所在章节</translation>
    </message>
    <message>
        <source>Shortcoming</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>What is noticed</source>
        <translation>疑点</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字台账</translation>
    </message>
    <message>
        <source>No figures in this report.</source>
        <translation>本报告没有数字。</translation>
    </message>
    <message>
        <source>Shortcomings</source>
        <translation>不足与措施</translation>
    </message>
    <message>
        <source>No shortcomings are told.</source>
        <translation>本报告没有写不足。</translation>
    </message>
    <message>
        <source>Oddities</source>
        <translation>雷同与疑点</translation>
    </message>
    <message>
        <source>Nothing odd was noticed.</source>
        <translation>没有发现疑点。</translation>
    </message>
    <message>
        <source>Kinds of notes</source>
        <translation>核对内容的种类</translation>
    </message>
    <message>
        <source>Set aside, because: {reason}</source>
        <translation>不采纳，因为：{reason}</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>Looking at {name}</source>
        <translation>正在查找 {name}</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>{new} has the same text as {known}; it is in the list once.</source>
        <translation>{new} 与 {known} 正文相同，列表中只保留一份。</translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation>正在打开项目</translation>
    </message>
    <message>
        <source>{file} is an earlier version of {report}: the newer text of {newer} counts and is shown. To go back to the earlier one, choose it with “Replace by a Newer Version”.</source>
        <translation>{file}是“{report}”的旧版本，已由{newer}取代：以新版本为准，已打开。要改回旧版本，请在“用新版本替换”中选择它。</translation>
    </message>
    <message>
        <source>{file} is in the list with another text: that one counts and is shown.</source>
        <translation>{file}已在列表中，列表中的是以前读出的文字：以该文字为准，已打开。</translation>
    </message>
</context>
<context>
    <name>OverviewRuler</name>
    <message>
        <source>Overview of the marks</source>
        <translation>标记总览</translation>
    </message>
    <message>
        <source>Left weak, middle missing, right found; click to go there</source>
        <translation>左列为弱项，中列为缺项，右列为查找结果；单击跳转</translation>
    </message>
</context>
<context>
    <name>PanelTitle</name>
    <message>
        <source>Close the panel {name}</source>
        <translation>关闭面板“{name}”</translation>
    </message>
</context>
<context>
    <name>PhrasesDialog</name>
    <message>
        <source>Phrases</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Sentences offered for comments. They are learnt from the comments you write; without an element they are offered everywhere.</source>
        <translation>写批注时可供选用的句子，由写过的批注积累而成；“要素”一栏留空的，对所有要素都可选用。</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>要素</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用次数</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>增加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Phrases (*.toml)</source>
        <translation>常用语文件 (*.toml)</translation>
    </message>
    <message>
        <source>Import Phrases</source>
        <translation>导入常用语</translation>
    </message>
    <message>
        <source>Export Phrases</source>
        <translation>导出常用语</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change back; once more makes it again</source>
        <translation>撤销上一次改动；再按一次恢复</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>A copy of the project is in {path}.</source>
        <translation>项目副本已保存为 {path}。</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Some decisions are not on disk yet; the project stays open.</source>
        <translation>有些裁定尚未写入磁盘，项目保持打开。请检查磁盘空间后再试。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>These are examples to try things out on: nothing done here is kept, and your own reports are not touched. Opening reports leads back to them.</source>
        <translation>这是供试用的示例：在这里所作的裁定不会保留，也不影响您自己的报告。打开报告即回到自己的项目。</translation>
    </message>
</context>
<context>
    <name>Reassessing</name>
    <message>
        <source>Judging {name} again</source>
        <translation>正在重新评判 {name}</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
</context>
<context>
    <name>Replacer</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>{report} has the text of {file} now. Decisions are kept; undo takes it back.</source>
        <translation>{report}已换成 {file} 的正文，裁定保留；撤销即换回。</translation>
    </message>
</context>
<context>
    <name>ReportHeader</name>
    <message>
        <source>Read the file again in another encoding</source>
        <translation>换一种编码重新打开</translation>
    </message>
    <message>
        <source>Reopen as {name}</source>
        <translation>按 {name} 重新打开</translation>
    </message>
    <message>
        <source>Encoding: {name}</source>
        <translation>编码：{name}</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>It is being judged…</source>
        <translation>正在评判……</translation>
    </message>
</context>
<context>
    <name>ReportListModel</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>得分率</translation>
    </message>
    <message>
        <source>Wk.</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Ms.</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>notices of reading: {n}</source>
        <translation>读取提示 {n} 条</translation>
    </message>
    <message>
        <source>decisions without their place: {n}</source>
        <translation>裁定找不到原位置 {n} 项</translation>
    </message>
    <message>
        <source>signed after the due day: {date}</source>
        <translation>落款日期 {date} 晚于报送截止日期</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>尚未评判</translation>
    </message>
</context>
<context>
    <name>ReportListView</name>
    <message>
        <source>Open reports</source>
        <translation>已打开的报告</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Search all reports</source>
        <translation>搜索全部报告</translation>
    </message>
    <message>
        <source>Status of the reports listed</source>
        <translation>按状态筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No report has these words and this status.</source>
        <translation>没有符合条件的报告。</translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>Text of the report</source>
        <translation>报告正文</translation>
    </message>
</context>
<context>
    <name>ScoreStrip</name>
    <message>
        <source>Undecided: {n}</source>
        <translation>未裁定 {n} 项</translation>
    </message>
    <message>
        <source>Total {given} of {possible} ({percent}) {grade}</source>
        <translation>合计 {given} / {possible} 分（{percent}）&#x3000;{grade}</translation>
    </message>
</context>
<context>
    <name>SectionTreeModel</name>
    <message>
        <source>Section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Weak/Missing</source>
        <translation>弱/缺</translation>
    </message>
    <message>
        <source>The number of this heading had been lost.</source>
        <translation>该标题的序号在原文中缺失。</translation>
    </message>
    <message>
        <source>{heading} ({part})</source>
        <translation>{heading}（{part}）</translation>
    </message>
    <message>
        <source>weak {n}</source>
        <translation>弱{n}</translation>
    </message>
    <message>
        <source>missing {n}</source>
        <translation>缺{n}</translation>
    </message>
    <message>
        <source>Title and opening</source>
        <translation>标题与开头</translation>
    </message>
    <message>
        <source>Signature and date</source>
        <translation>落款与日期</translation>
    </message>
</context>
<context>
    <name>SectionTreeView</name>
    <message>
        <source>Sections of the report</source>
        <translation>报告目录</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Scroll &amp;together</source>
        <translation>同步滚动(&amp;T)</translation>
    </message>
    <message>
        <source>What you decided on these passages has no place now:</source>
        <translation>对以下文字的裁定在新版本中找不到位置：</translation>
    </message>
    <message>
        <source>Decisions without their place</source>
        <translation>找不到位置的裁定</translation>
    </message>
    <message>
        <source>&amp;Next difference ({n})</source>
        <translation>下一处不同(&amp;N)（共 {n} 处）</translation>
    </message>
    <message>
        <source>Let the New One Take Its &amp;Place</source>
        <translation>用新版本替换(&amp;P)</translation>
    </message>
</context>
<context>
    <name>Signer</name>
    <message>
        <source>Your decisions are signed “{name}”, as this computer calls you.</source>
        <translation>您的裁定以电脑用户名“{name}”署名。</translation>
    </message>
    <message>
        <source>Your decisions are not signed.</source>
        <translation>您的裁定没有署名。</translation>
    </message>
    <message>
        <source> Your name goes onto score sheets, that of your office below letters.</source>
        <translation>姓名写在评分表上，单位是整改反馈的落款。</translation>
    </message>
    <message>
        <source>Fill In Name and Office…</source>
        <translation>填写姓名和单位…</translation>
    </message>
</context>
<context>
    <name>Speaker</name>
    <message>
        <source>{element}: {stands}. {why}</source>
        <translation>{element}：{stands}。{why}</translation>
    </message>
</context>
<context>
    <name>Speaking</name>
    <message>
        <source>decided</source>
        <translation>已裁定</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未裁定</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>{verdict}, {points} of {possible} points, {state}</source>
        <translation>{verdict}，{points}分，满分{possible}分，{state}</translation>
    </message>
    <message>
        <source>{verdict}, {state}</source>
        <translation>{verdict}，{state}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Drop reports here, or press Ctrl+O</source>
        <translation>拖入报告，或按 Ctrl+O</translation>
    </message>
    <message>
        <source>Word, WPS, PDF, OFD, web page and text files; folders and .zip archives too</source>
        <translation>支持 Word、WPS、PDF、OFD、网页和文本文件，也可以拖入文件夹或 .zip 压缩包</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>Copy Details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>The program ended unexpectedly the last time. Every decision made until then is kept.</source>
        <translation>程序上次意外退出。此前作出的裁定均已保存。</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>评查中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>已退回</translation>
    </message>
</context>
<context>
    <name>StructureCommands</name>
    <message>
        <source>There is no section here. Make its heading first.</source>
        <translation>这里不属于任何一节，请先标出标题。</translation>
    </message>
    <message>
        <source>There is nothing to correct here.</source>
        <translation>此处没有可以更正的内容。</translation>
    </message>
</context>
<context>
    <name>TaskIndicator</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Present</source>
        <translation>有</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation>无法判定</translation>
    </message>
</context>
<context>
    <name>ViewCommands</name>
    <message>
        <source>Open a second report, or select two in the list.</source>
        <translation>请再打开一份报告，或在列表中选中两份。</translation>
    </message>
</context>
<context>
    <name>Walker</name>
    <message>
        <source> The same once more leads to {other}.</source>
        <translation>再做一次即转到{other}。</translation>
    </message>
    <message>
        <source>Go to {other}</source>
        <translation>转到{other}</translation>
    </message>
</context>
<context>
    <name>Walking</name>
    <message>
        <source>{report}: nothing listed is weak or missing.</source>
        <translation>{report}：所列要素中没有弱项、缺项。</translation>
    </message>
    <message>
        <source>{report}: nothing listed is weak.</source>
        <translation>{report}：所列要素中没有弱项。</translation>
    </message>
    <message>
        <source>{report}: nothing listed is missing.</source>
        <translation>{report}：所列要素中没有缺项。</translation>
    </message>
    <message>
        <source>{report}: everything listed is decided.</source>
        <translation>{report}：所列要素已全部裁定。</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Sentences to choose from</source>
        <translation>可选用的句子</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>Use Another Name…</source>
        <translation>换个名称…</translation>
    </message>
    <message>
        <source>Cancelled: {name} was not finished.</source>
        <translation>已取消：{name} 未完成。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>WrittenDialog</name>
    <message>
        <source>What Was Written</source>
        <translation>写出的文件</translation>
    </message>
    <message>
        <source>Not written: {name}</source>
        <translation>没有写成：{name}</translation>
    </message>
    <message>
        <source>Left out by the cancel: {name}</source>
        <translation>取消后未写：{name}</translation>
    </message>
    <message>
        <source>&amp;Open Folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
</context>
</TS>
