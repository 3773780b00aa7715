/** People the data never tell of. */
export const OTHER_PEOPLE =
  /指导(?:教师|老师)|导师|推荐(?:人|专家)(?!选)|专家|评委|评审|评阅|审核人|审批人|监护人|记录人|家庭|家长|配偶|成员$|第[二三四五六]作者|合作者|法定代表|法人|主任|书记$|院长|经理|领导|秘书|填表人|经办人|采购人|验收|组长|供货|供应商|生产单位|监理|业主|承包|甲方|乙方|项目组|关系人|称谓/;

/** Cells that others write in, or a hand with a pen. */
export const OPINION = /意见|评语|评价|审核|审批|批示|批准|结论|考核|评定|评审|鉴定|验收|签发/;
export const SIGNATURE = /签[字名章署]|手签|亲笔/;
export const SEAL = /盖章|公章|印章|[(（]章[)）]/;
export const PHOTO =
  /^(?:照片|相片|贴照片处|近照|一寸照片?|二寸照片?|寸照|免冠.*照片?|登记照|照片处|电子照片?|粘贴照片.*)$/;
/** A heading under which somebody else fills. */
export const FOR_OFFICE =
  /^以下.*(?:填写|填)|(?:评审|专家|组委会|主管部门|主办方|学校|办公室|工作人员|受理|上级)(?:.{0,6})填写?|审核栏|评审栏|验收记录栏/;
/** Words before a colon that open a text of the form itself. */
export function isStructural(folded: string): boolean {
  return /^(?:填[表写]说明|说明|注|注意|注意事项|附|附注|其中|例如|如|格式|温馨提示|提示|特此[^:]*)$|(?:如下|以下|包括|声明|规定|要求|须知|承诺)$/.test(
    folded,
  );
}
